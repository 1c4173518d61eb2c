// Starting a program and waiting for its end, one after the other; the least wall time of a round for one.
import { spawn } from 'node:child_process';

const ROUNDS = 20, SPAWNS = 50;
const one = () => new Promise((resolve, reject) => spawn('/bin/true', { stdio: 'ignore' }).on('exit', resolve).on('error', reject));
let least = Infinity;
for (let round = 0; round < ROUNDS; round++) {
	const begun = process.hrtime.bigint();
	for (let i = 0; i < SPAWNS; i++) {
		await one();
	}
	least = Math.min(least, Number(process.hrtime.bigint() - begun) / 1000);
}
console.log(`${(least / SPAWNS).toFixed(1)} us`);
