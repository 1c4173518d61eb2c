// await of an async function.
import { best } from './measure.mjs';

const task = async () => 1;

await best(200_000, async () => {
	for (let i = 0; i < 200_000; i++) {
		await task();
	}
});
