<?php
// A file of 256 MB, in the page cache: read to its end in what comes, or written in pieces of 64 KB. An argument says "read" or "write", a
// second one "blocking" for PHP's own functions. Wall time of 64 KB, the best of five rounds.
namespace Evloop\Bench;

use Evloop\File;
use function Evloop\run;

const SIZE = 256 << 20;

[$what, $how] = [$argv[1] ?? 'read', $argv[2] ?? 'ours'];
$path = sys_get_temp_dir() . '/evloop-bench-' . getmypid();
register_shutdown_function(fn () => unlink($path));
$piece = str_repeat('x', 65536);
for ($i = 0; $i < SIZE; $i += 65536) {
	file_put_contents($path, $piece, FILE_APPEND);
}

$work = [
	'read' => function () use ($path) {
		$file = File::open($path);
		for ($size = 0; ($chunk = $file->read()) !== null; $size += strlen($chunk));
		return $size;
	},
	'write' => function () use ($path, $piece) {
		$file = File::open($path, 'c');
		for ($size = 0; $size < SIZE; $size += 65536) {
			$file->write($piece);
		}
		return $size;
	},
];
$blocking = [
	'read' => function () use ($path) {
		$file = fopen($path, 'r');
		for ($size = 0; ($chunk = fread($file, 65536)) !== ''; $size += strlen($chunk));
		return $size;
	},
	'write' => function () use ($path, $piece) {
		$file = fopen($path, 'c');
		for ($size = 0; $size < SIZE; $size += 65536) {
			fwrite($file, $piece);
		}
		return $size;
	},
];

$least = INF;
for ($round = 0; $round < 5; $round++) {
	$begun = hrtime(true);
	$size = $how === 'blocking' ? $blocking[$what]() : run($work[$what]);
	$least = min($least, hrtime(true) - $begun);
	$size === SIZE or exit("only $size bytes\n");
}
printf("%.2f us\n", $least / 1000 / (SIZE >> 16));
