// Adding a timer and having it fire, 100,000 spread over ten milliseconds.
import { best } from './measure.mjs';

await best(100_000, () => new Promise((resolve) => {
	let left = 100_000;
	const callback = () => --left || resolve();

	for (let i = 0; i < 100_000; i++) {
		setTimeout(callback, i * 7919 % 10);
	}
}));
