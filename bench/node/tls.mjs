// The TLS server on Node, `tls.mjs MODE CERTIFICATE`, modes as in raw/tls.h.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:tls';

const [, , mode, file] = process.argv;
const pem = readFileSync(file);
const bulk = mode === 'send' || mode === 'take';
const piece = Buffer.alloc(65536);
let count = 0;
let start;

const server = createServer({ cert: pem, key: pem, ciphers: 'TLS_AES_128_GCM_SHA256', minVersion: 'TLSv1.3', noDelay: true }, (socket) => {
	socket.on('error', () => {});
	if (mode === 'send') {
		const send = () => {
			do {
				count += piece.length;
			} while (!socket.destroyed && socket.write(piece));
		};
		socket.on('drain', send);
		send();
	} else if (mode === 'take') {
		socket.on('data', (data) => { count += data.length; });
	} else {
		count++;
		socket.on('data', (data) => socket.end(data));
	}
});
server.listen(0, '127.0.0.1', () => {
	console.log(server.address().port);
	start = process.cpuUsage();
});
process.on('SIGTERM', () => {
	const { user, system } = process.cpuUsage(start);
	console.log(`cpu_us=${user + system} requests=${bulk ? Math.floor(count / 1048576) : count}`);
	process.exit(0);
});
