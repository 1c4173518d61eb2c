<?php
/** For ./dev faults: files of all kinds. What says that it has succeeded has done all of it; what has failed has left the old file. */
require __DIR__ . '/here.inc';

use Evloop\{File, FileException};
use function Evloop\{async, await, gather, run};

$folder = sys_get_temp_dir() . '/evloop-faults-' . getmypid();
mkdir($folder);
register_shutdown_function(function () use ($folder): void {
	array_map(unlink(...), glob("$folder/{,.}*[!.]", GLOB_BRACE) ?: []);
	rmdir($folder);
});
$holds = function (string $name, string ...$any) use ($folder): void {
	in_array((string) @file_get_contents("$folder/$name"), $any, true) or throw new UnexpectedValueException("$name is not whole");
};

$try = function (callable $work): bool {
	try {
		$work();
		return true;
	} catch (FileException) {
		return false;
	}
};

run(function () use ($folder, $holds, $try): void {
	$old = str_repeat('old', 5000);
	$new = str_repeat('new', 5000);
	file_put_contents("$folder/put", $old);
	from_here_on();
	$holds('put', $try(fn () => File::put("$folder/put", $new, sync: true)) ? $new : $old, $new);
	$holds('put', $try(fn () => File::put("$folder/put", [$old, $old])) ? "$old$old" : file_get_contents("$folder/put"));
	$try(fn () => File::append("$folder/append", $new)) and $holds('append', $new);
	$try(fn () => File::copy("$folder/append", "$folder/copy")) and $holds('copy', file_get_contents("$folder/append"));
	$try(fn () => strlen(File::get("$folder/put")) === filesize("$folder/put") or throw new UnexpectedValueException('get() is not whole'));

	$try(function () use ($folder, $holds, $new): void {
		$file = File::open("$folder/open", 'w+');
		gather(array_fill(0, 3, fn () => $file->write($new)));
		$holds('open', "$new$new$new");
		$file->seek(0);
		$file->readAll() === "$new$new$new" or throw new UnexpectedValueException('readAll() is not whole');
		$file->writeAt(1, 'at');
		$file->readAt(0, 4) === 'natn' or throw new UnexpectedValueException('readAt() is not whole');
		$file->truncate(3);
		$file->flock();
		$file->sync();
		$file->end('x');
	});
	$try(function () use ($folder): void {
		$watcher = File::watch($folder);
		$event = async(fn () => $watcher->next(2));
		Evloop\suspend();
		touch("$folder/touched");
		await($event);
		iterator_count(File::list($folder)) > 2 or throw new UnexpectedValueException('names are missing');
		File::temp()->write('temporary');
	});
});
echo "done\n";
