// A chain of 1,000 then() on one promise, made, settled and run through; the unit is one then().
import { best } from './measure.mjs';

const pass = (value) => value;

await best(200_000, async () => {
	for (let batch = 0; batch < 200; batch++) {
		let settle;
		let promise = new Promise((resolve) => {
			settle = resolve;
		});
		for (let i = 0; i < 1_000; i++) {
			promise = promise.then(pass);
		}
		settle(batch);
		await promise;
	}
});
