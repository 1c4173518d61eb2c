// setImmediate: registering a callback for the next turn and running it, 1,000 a turn.
import { best } from './measure.mjs';

const callback = () => {};

await best(200_000, async () => {
	for (let batch = 0; batch < 200; batch++) {
		for (let i = 1; i < 1_000; i++) {
			setImmediate(callback);
		}
		await new Promise((resolve) => setImmediate(resolve));
	}
});
