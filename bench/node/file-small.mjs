// As ../file-small.php, for Node.
import { mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';

const what = process.argv[2] ?? 'get';
const count = what === 'put' ? 1_000 : 10_000;
const folder = await mkdtemp('/tmp/evloop-bench-');
for (let i = 0; i < 100; i++) {
	await writeFile(`${folder}/${i}`, 'x'.repeat(1024));
}
await writeFile(`${folder}/large`, 'x'.repeat(64 << 20));
const line = 'z'.repeat(99) + '\n';
const together = (one, units) => Promise.all(Array.from({ length: 100 }, async (_, who) => {
	for (let i = 0; i < units / 100; i++) {
		await one(i, who);
	}
}));
const work = {
	get: () => together((i) => readFile(`${folder}/${i}`), count),
	at: async () => {
		const file = await open(`${folder}/large`);
		await together(() => file.read(Buffer.allocUnsafe(1024), 0, 1024, Math.floor(Math.random() * 65536) * 1024), count);
		await file.close();
	},
	put: () => together(async (i, who) => {
		await writeFile(`${folder}/new${who}`, 'y'.repeat(1024));
		await rename(`${folder}/new${who}`, `${folder}/${i}`);
	}, count),
	log: async () => {
		const file = await open(`${folder}/log`, 'a');
		await together(() => file.write(line), count);
		await file.close();
	},
};
let least = Infinity;
for (let round = 0; round < 5; round++) {
	const begun = performance.now();
	await work[what]();
	least = Math.min(least, (performance.now() - begun) * 1000);
}
await rm(folder, { recursive: true });
console.log(`${(least / count).toFixed(2)} us`);
