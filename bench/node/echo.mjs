// The echo server on Node.
import { createServer } from 'node:net';
import { count, serve } from './serve.mjs';

serve(createServer({ noDelay: true }, (socket) => {
	socket.on('data', (data) => {
		count();
		socket.write(data);
	});
	socket.on('error', () => {});
}));
