--TEST--
64 MiB in and out through the streams of one process, with back-pressure
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Process;
use function Evloop\async;

$process = Process::spawn(['cat']);
$chunk = random_bytes(1 << 20);
async(function () use ($process, $chunk): void {
    for ($i = 0; $i < 64; $i++) {
        $process->stdin->write($chunk);
    }
    $process->stdin->end();
});
$hash = hash_init('xxh3');
$size = 0;
foreach ($process->stdout as $part) {
    $size += strlen($part);
    hash_update($hash, $part);
}
var_dump($size === 64 << 20, hash_final($hash) === hash('xxh3', str_repeat($chunk, 64)), $process->join());
var_dump(memory_get_peak_usage() < 80 << 20);
?>
--EXPECT--
bool(true)
bool(true)
int(0)
bool(true)
