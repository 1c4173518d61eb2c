// As ../file-large.php, for Node.
import { createReadStream } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';

const SIZE = 256 << 20;
const what = process.argv[2] ?? 'read';
const path = `/tmp/evloop-bench-${process.pid}`;
const piece = Buffer.alloc(65536, 'x');
await writeFile(path, Buffer.alloc(SIZE, 'x'));
const work = {
	read: async () => {
		let size = 0;
		for await (const chunk of createReadStream(path)) {
			size += chunk.length;
		}
		return size;
	},
	write: async () => {
		const file = await open(path, 'r+');
		let size = 0;
		for (; size < SIZE; size += 65536) {
			await file.write(piece, 0, 65536, size);
		}
		await file.close();
		return size;
	},
};
let least = Infinity;
for (let round = 0; round < 5; round++) {
	const begun = performance.now();
	if (await work[what]() !== SIZE) {
		throw new Error('not all');
	}
	least = Math.min(least, performance.now() - begun);
}
await rm(path);
console.log(`${(least * 1000 / (SIZE >> 16)).toFixed(2)} us`);
