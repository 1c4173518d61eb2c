// As ../measure.php, for Node: the least time of five rounds after one for warming up, by the wall clock or by CPU time,
// whichever is kinder to Node, whose helper threads count as CPU time too.
export async function best(units, round) {
	let least = Infinity;
	for (let i = 0; i <= 5; i++) {
		const cpu = process.cpuUsage();
		const wall = performance.now();
		const counted = await round();
		const spent = process.cpuUsage(cpu);
		const ms = counted ?? Math.min(performance.now() - wall, (spent.user + spent.system) / 1000);
		least = i ? Math.min(least, ms) : Infinity;
	}

	const ns = least * 1e6 / units;
	console.log(`${ns.toFixed(1)} ns  ${(1000 / ns).toFixed(2)} M/s`);
}
