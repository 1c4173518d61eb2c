// The HTTP hello server on Node.
import { createServer } from 'node:http';
import { count, serve } from './serve.mjs';

const body = 'Hello, World!';

serve(createServer((request, response) => {
	count();
	response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': body.length });
	response.end(body);
}));
