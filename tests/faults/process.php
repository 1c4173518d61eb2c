<?php
/** For ./dev faults: programs one after the other and at once, a job; every wait has an end. */
require __DIR__ . '/here.inc';

use Evloop\{Process, ProcessOptions, Stdio};
use function Evloop\{async, await, run};

run(function (): void {
	from_here_on();
	$bounds = new ProcessOptions(timeout: 3.0, grace: 0.1);
	$sent = random_bytes(200_000);
	for ($i = 0; $i < 2; $i++) {
		$runs[] = async(fn () => Process::run(['cat'], $sent, $bounds)->stdout === $sent || throw new UnexpectedValueException('other bytes came back'));
	}
	foreach ($runs as $run) {
		await($run, 4);
	}
	$process = Process::spawn(['cat'], new ProcessOptions(stderr: Stdio::Inherit, timeout: 3.0));
	$process->stdin->end("line\n");
	$process->stdout->readLine() === 'line' || throw new UnexpectedValueException('another line came back');
	$process->join() === 0 || throw new UnexpectedValueException('another status');
	Process::spawn(['sleep', '60'])->stop(1.0);
	Process::background(__DIR__ . '/here.inc', [], $bounds)->result();
});
echo "done\n";
