// Adding a timer beside up to 100,000 others; clearing them is not counted.
import { best } from './measure.mjs';

const callback = () => {};

await best(100_000, () => {
	const timers = [];
	const start = performance.now();
	for (let i = 0; i < 100_000; i++) {
		timers.push(setTimeout(callback, 60_000 + i * 7919 % 100_000));
	}
	const spent = performance.now() - start;

	timers.forEach(clearTimeout);
	return spent;
});
