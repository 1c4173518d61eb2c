// What the servers on Node share: listen and print the port, count requests, and on SIGTERM print the CPU time and the requests that
// it was spent on. The first 10,000, in which V8 compiles, do not count if more come.
const WARM_UP = 10_000;
let start;
let requests = 0;
let skipped = 0;

export function count() {
	if (++requests === WARM_UP) {
		start = process.cpuUsage();
		skipped = requests;
	}
}

export function serve(server) {
	server.listen(0, '127.0.0.1', () => {
		console.log(server.address().port);
		start = process.cpuUsage();
	});
	process.on('SIGTERM', () => {
		const { user, system } = process.cpuUsage(start);
		console.log(`cpu_us=${user + system} requests=${requests - skipped}`);
		process.exit(0);
	});
}
