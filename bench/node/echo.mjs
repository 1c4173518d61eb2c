// The echo server on Node: prints its port, and on SIGTERM its CPU time and the reads answered since then.
import { createServer } from 'node:net';

let requests = 0;
let start;

const server = createServer({ noDelay: true }, (socket) => {
	socket.on('data', (data) => {
		requests++;
		socket.write(data);
	});
	socket.on('error', () => {});
});

server.listen(0, '127.0.0.1', () => {
	console.log(server.address().port);
	start = process.cpuUsage();
});

process.on('SIGTERM', () => {
	const { user, system } = process.cpuUsage(start);
	console.log(`cpu_us=${user + system} requests=${requests}`);
	process.exit(0);
});
