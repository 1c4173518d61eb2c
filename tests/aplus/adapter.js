// The promises of evloop as the suite of Promises/A+ wants them: objects of this process whose then() is answered by a PHP process
// (bridge.php) over two pipes. Everything is synchronous, as the suite is: a request is written, and until its answer comes the
// other side may ask back. PHP turns its loop when JavaScript's own turn is over, never inside a call.
'use strict';
const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const values = []; // what PHP knows by its number only
const handlers = [];
const failures = new Map(); // Throwables of PHP itself, by number
const numbers = new WeakMap(); // of our promises
let toPhp;
let fromPhp;
let rest = Buffer.alloc(0);
let turnIsDue = false;

function start(command) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'evloop-aplus-'));
	const [input, output] = ['in', 'out'].map((name) => path.join(folder, name));
	execFileSync('mkfifo', [input, output]);
	const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
	const php = spawn('sh', ['-c', `exec ${quoted} < '${input}' > '${output}'`], { stdio: ['ignore', 'ignore', 'inherit'] });
	php.unref();
	toPhp = fs.openSync(input, 'w');
	fromPhp = fs.openSync(output, 'r');
	fs.rmSync(folder, { recursive: true });
}

function send(message) {
	const data = Buffer.from(JSON.stringify(message) + '\n');
	for (let written = 0; written < data.length; ) {
		written += fs.writeSync(toPhp, data, written);
	}
}

function receive() {
	for (;;) {
		const end = rest.indexOf(10);
		if (end >= 0) {
			const line = rest.toString('utf8', 0, end);
			rest = rest.subarray(end + 1);
			return JSON.parse(line);
		}
		const chunk = Buffer.alloc(65536);
		const length = fs.readSync(fromPhp, chunk);
		if (length === 0) {
			throw new Error('the PHP process has ended');
		}
		rest = Buffer.concat([rest, chunk.subarray(0, length)]);
	}
}

function request(message) {
	send(message);
	for (;;) {
		const answer = receive();
		if ('answer' in answer) {
			return answer.answer;
		}
		send({ answer: serve(answer) });
	}
}

// A call of JavaScript's: PHP's loop has its turn when the current one is over.
function call(message) {
	if (!turnIsDue) {
		turnIsDue = true;
		queueMicrotask(() => {
			turnIsDue = false;
			request({ op: 'turn' });
		});
	}
	return request(message);
}

// A reason is opaque, even if it is a promise or has a then().
function encodeReason(reason) {
	return { value: values.push(reason) - 1 };
}

function encode(value) {
	if ((typeof value === 'object' && value !== null) || typeof value === 'function') {
		return numbers.has(value) ? { promise: numbers.get(value) } : { object: values.push(value) - 1 };
	}
	return encodeReason(value);
}

function decode(message) {
	if ('value' in message) {
		return values[message.value];
	}
	if (!failures.has(message.failure)) {
		failures.set(message.failure, new (message.class === 'TypeError' ? TypeError : Error)(`${message.class}: ${message.message}`));
	}
	return failures.get(message.failure);
}

// What PHP asks: call a handler, or the then() of an object, which is looked up once (Promises/A+ 2.3.3).
const services = {
	handler({ handler, argument }) {
		const function_ = handlers[handler];
		return { result: encode(function_(decode(argument))) };
	},
	then({ object, resolve, reject }) {
		const thenable = values[object];
		const then = thenable.then;
		if (typeof then !== 'function') {
			return { plain: true };
		}
		then.call(
			thenable,
			(value) => void call({ op: 'fulfil', function: resolve, argument: encode(value) }),
			(reason) => void call({ op: 'fail', function: reject, argument: encodeReason(reason) }),
		);
		return {};
	},
};

function serve(message) {
	try {
		return services[message.op](message);
	} catch (error) {
		return { thrown: encodeReason(error) };
	}
}

class EvloopPromise {
	constructor(number) {
		numbers.set(this, number);
	}

	// What is no function cannot even be passed in PHP; the suite wants it ignored (2.2.1), as null is.
	then(...functions) {
		const [fulfilled, rejected] = functions.map((handler) => (typeof handler === 'function' ? handlers.push(handler) - 1 : null));
		return new EvloopPromise(call({ op: 'derive', promise: numbers.get(this), fulfilled: fulfilled ?? null, rejected: rejected ?? null }));
	}
}

module.exports = {
	start,
	resolved: (value) => new EvloopPromise(call({ op: 'resolved', argument: encode(value) })),
	rejected: (reason) => new EvloopPromise(call({ op: 'rejected', argument: encodeReason(reason) })),
	deferred() {
		const number = call({ op: 'deferred' });
		return {
			promise: new EvloopPromise(number),
			resolve: (value) => void call({ op: 'resolve', deferred: number, argument: encode(value) }),
			reject: (reason) => void call({ op: 'reject', deferred: number, argument: encodeReason(reason) }),
		};
	},
};
