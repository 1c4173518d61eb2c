// The HTTP server on Node: hello, or the answer that is named.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecret } from 'node:https';
import { count, serve } from './serve.mjs';

const rows = Array.from({ length: 16 }, (_, i) => ({ id: i + 1, name: `item number ${i + 1}`, price: 9.75, tags: ['a', 'b'] }));
const text = '0123456789'.repeat(1024);
const piece = text.slice(0, 1024);

function whole(response, body, type = 'text/plain; charset=utf-8') {
	response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
	response.end(body);
}

function stream(response) {
	response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
	for (let i = 0; i < 10; i++) {
		response.write(piece);
	}
	response.end();
}

const answers = {
	hello: response => whole(response, 'Hello, World!'),
	json: response => whole(response, JSON.stringify(rows), 'application/json'),
	'10k': response => whole(response, text),
	stream,
	echo: (response, request) => {
		const pieces = [];
		request.on('data', data => pieces.push(data)).on('end', () => whole(response, Buffer.concat(pieces)));
	},
};
const secret = process.argv[2] === 'tls';
const answer = answers[secret ? 'hello' : process.argv[2] ?? 'hello'];

const listener = (request, response) => {
	count();
	answer(response, request);
};
if (secret) {
	const pem = readFileSync(process.argv[3]);
	serve(createSecret({ cert: pem, key: pem }, listener));
} else {
	serve(createServer(listener));
}
