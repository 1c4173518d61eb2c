<?php
// Starting a program and waiting for its end, one after the other; wall time, since most of it is the kernel's and the program's.
// With an argument, so many MB of memory are in use here: what a spawn costs is not to grow with that.
use Evloop\{Process, ProcessOptions, Stdio};

const ROUNDS = 20;
const SPAWNS = 50;

$memory = str_repeat('x', (int) ($argv[1] ?? 0) << 20);
$options = new ProcessOptions(stdin: Stdio::Null, stdout: Stdio::Null, stderr: Stdio::Null);
$least = INF;
for ($round = 0; $round < ROUNDS; $round++) {
	$begun = hrtime(true);
	for ($i = 0; $i < SPAWNS; $i++) {
		Process::spawn(['/bin/true'], $options)->join();
	}
	$least = min($least, (hrtime(true) - $begun) / 1000);
}
printf("%.1f us\n", $least / SPAWNS);
