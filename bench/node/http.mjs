// The HTTP hello server on Node: prints its port, and on SIGTERM its CPU time and the requests served since then.
import { createServer } from 'node:http';

let requests = 0;
let start;
const body = 'Hello, World!';

const server = createServer((request, response) => {
	requests++;
	response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': body.length });
	response.end(body);
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
