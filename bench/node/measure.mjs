// As ../measure.php, for Node: the least time of five rounds after one for warming up. A time is by the wall clock or by CPU time,
// whichever is kinder to Node, whose helper threads count as CPU time too. A round may return the milliseconds that count.
export const mark = () => ({ wall: performance.now(), cpu: process.cpuUsage() });

export function since({ wall, cpu }) {
	const { user, system } = process.cpuUsage(cpu);
	return Math.min(performance.now() - wall, (user + system) / 1000);
}

export async function best(units, round) {
	let least = Infinity;
	for (let i = 0; i <= 5; i++) {
		const start = mark();
		const ms = (await round()) ?? since(start);
		least = i ? Math.min(least, ms) : Infinity;
	}

	const ns = least * 1e6 / units;
	console.log(`${ns.toFixed(1)} ns  ${(1000 / ns).toFixed(2)} M/s`);
}
