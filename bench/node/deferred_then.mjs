// A promise settled from outside with two then() in a chain, settled and run, 1,000 at a time.
import { best } from './measure.mjs';

const pass = (value) => value;

await best(100_000, async () => {
	for (let batch = 0; batch < 100; batch++) {
		let last;
		for (let i = 0; i < 1_000; i++) {
			let settle;
			const promise = new Promise((resolve) => {
				settle = resolve;
			});
			last = promise.then(pass).then(pass);
			settle(i);
		}
		await last;
	}
});
