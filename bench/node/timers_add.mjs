// Adding a timer beside up to 100,000 others; clearing them is not counted.
import { best, mark, since } from './measure.mjs';

const callback = () => {};

await best(100_000, () => {
	const timers = [];
	const start = mark();
	for (let i = 0; i < 100_000; i++) {
		timers.push(setTimeout(callback, 60_000 + i * 7919 % 100_000));
	}
	const spent = since(start);

	timers.forEach(clearTimeout);
	return spent;
});
