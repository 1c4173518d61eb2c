// queueMicrotask: a microtask queued and run, 1,000 at a time.
import { best } from './measure.mjs';

const callback = () => {};

await best(200_000, async () => {
	for (let batch = 0; batch < 200; batch++) {
		for (let i = 1; i < 1_000; i++) {
			queueMicrotask(callback);
		}
		await new Promise((resolve) => queueMicrotask(resolve));
	}
});
