// The UDP server on Node's dgram: prints its port, and on SIGTERM its CPU time and the datagrams answered since then.
import { createSocket } from 'node:dgram';

let requests = 0;
const socket = createSocket('udp4');
socket.on('message', (data, from) => {
	requests++;
	socket.send(data, from.port, from.address);
});
socket.bind(0, '127.0.0.1', () => {
	console.log(socket.address().port);
	const start = process.cpuUsage();
	process.on('SIGTERM', () => {
		const used = process.cpuUsage(start);
		console.log(`cpu_us=${used.user + used.system} requests=${requests}`);
		process.exit(0);
	});
});
