<?php
// Small files: reading whole ones of 1 KB (get), reading 1 KB at random places of an open one (at), putting 1 KB in place of the
// old one (put), lines of 100 bytes added by 100 coroutines (log). An argument names one of them; wall time, since threads work too.
// With "blocking" behind it the same by PHP's own functions.
namespace Evloop\Bench;

use Evloop\File;
use function Evloop\{gather, run};

[$what, $how] = [$argv[1] ?? 'get', $argv[2] ?? 'ours'];
$count = $what === 'put' ? 1_000 : 10_000; // a rename costs the file system a lot
$folder = sys_get_temp_dir() . '/evloop-bench-' . getmypid();
mkdir($folder);
register_shutdown_function(fn () => exec('rm -rf ' . escapeshellarg($folder)));
for ($i = 0; $i < 100; $i++) {
	file_put_contents("$folder/$i", str_repeat('x', 1024));
}
file_put_contents("$folder/large", str_repeat('x', 64 << 20));
$data = str_repeat('y', 1024);
$line = str_repeat('z', 99) . "\n";
$together = fn (callable $one, int $count) => gather(array_map(fn ($who) => function () use ($one, $count) {
	for ($i = 0; $i < $count / 100; $i++) {
		$one($i);
	}
}, range(0, 99)));

$work = [
	'get' => fn () => $together(fn ($i) => File::get("$folder/$i"), $count),
	'at' => function () use ($folder, $together, $count) {
		$file = File::open("$folder/large");
		$together(fn () => $file->readAt(mt_rand(0, 65535) << 10, 1024), $count);
	},
	'put' => fn () => $together(fn ($i) => File::put("$folder/$i", $data), $count),
	'log' => function () use ($folder, $together, $line, $count) {
		$file = File::open("$folder/log", 'a');
		$together(fn () => $file->write($line), $count);
	},
];
$blocking = [
	'get' => function () use ($folder, $count) {
		for ($i = 0; $i < $count; $i++) {
			file_get_contents("$folder/" . $i % 100);
		}
	},
	'at' => function () use ($folder, $count) {
		$file = fopen("$folder/large", 'r');
		stream_set_read_buffer($file, 0);
		for ($i = 0; $i < $count; $i++) {
			fseek($file, mt_rand(0, 65535) << 10);
			fread($file, 1024);
		}
	},
	'put' => function () use ($folder, $data, $count) {
		for ($i = 0; $i < $count; $i++) {
			file_put_contents("$folder/new", $data);
			rename("$folder/new", "$folder/" . $i % 100);
		}
	},
	'log' => function () use ($folder, $line, $count) {
		$file = fopen("$folder/log", 'a');
		for ($i = 0; $i < $count; $i++) {
			fwrite($file, $line);
		}
	},
];

$least = INF;
for ($round = 0; $round < 5; $round++) {
	$begun = hrtime(true);
	$how === 'blocking' ? $blocking[$what]() : run($work[$what]);
	$least = min($least, (hrtime(true) - $begun) / 1000);
}
printf("%.2f us\n", $least / $count);
