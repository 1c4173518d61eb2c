// Runs the suite: node run.js <folder with node_modules> <php> [its options ...]. Prints what failed and, last, one line that counts.
// waived.txt beside this file names cases that may fail, one full title a line, each with its reason in a comment above.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const [folder, ...command] = process.argv.slice(2);
const suite = createRequire(path.join(path.resolve(folder), 'x.js'))('promises-aplus-tests');
const adapter = require('./adapter.js');
const waived = new Set(
	fs.readFileSync(path.join(__dirname, 'waived.txt'), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line && line[0] !== '#'),
);

function Reporter(runner) {
	const count = { passed: 0, failed: 0, waived: 0 };
	runner.on('pass', () => count.passed++);
	runner.on('fail', (test, error) => {
		const title = test.fullTitle();
		if (waived.has(title)) {
			count.waived++;
			return;
		}
		count.failed++;
		console.log(`FAIL ${title}\n     ${error.message}`);
	});
	runner.on('end', () => {
		console.log(`aplus: ${count.passed} passed, ${count.failed} failed, ${count.waived} waived`);
		process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);
	});
}

adapter.start([...command, path.join(__dirname, 'bridge.php')]);
suite(adapter, { reporter: Reporter, timeout: 2000 });
