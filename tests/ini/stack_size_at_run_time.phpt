--TEST--
evloop.stack_size may be changed: stacks that are made from then on have the new size
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!is_readable('/proc/self/status')) die('skip needs /proc');
?>
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

function reserved(): int
{
    preg_match('~VmSize:\s+(\d+)~', file_get_contents('/proc/self/status'), $match);
    return (int) $match[1];
}
$gate = new Deferred;
$all = [];
foreach ([0, 192, 320] as $size) {
    ini_set('evloop.stack_size', $size ? "{$size}K" : '0');
    $before = reserved();
    // As many as are mapped at once.
    for ($i = 0; $i < 64; $i++) {
        $all[] = async(fn () => await($gate->promise));
    }
    suspend();
    $each = (reserved() - $before) / 64;
    echo $size, ' ', $each >= $size && $each < ($size ?: 2048) + 64 ? 'KB' : "KB are $each", "\n";
}
$gate->resolve();
array_map(await(...), $all);
?>
--EXPECT--
0 KB
192 KB
320 KB
