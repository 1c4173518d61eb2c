--TEST--
evloop.stack_size may be changed: stacks that are made from then on have the new size
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!is_readable('/proc/self/maps')) die('skip needs /proc');
?>
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

function stacks_of(int $kilobytes): int
{
    $count = 0;
    foreach (file('/proc/self/maps') as $line) {
        if (preg_match('~^([0-9a-f]+)-([0-9a-f]+) rw-p 0+ 00:00 0\s*$~', $line, $match)) {
            $count += hexdec($match[2]) - hexdec($match[1]) === $kilobytes * 1024 ? 1 : 0;
        }
    }
    return $count;
}
$gate = new Deferred;
$all = [];
foreach (['0', '192K', '320K'] as $size) {
    ini_set('evloop.stack_size', $size);
    for ($i = 0; $i < 10; $i++) {
        $all[] = async(fn () => await($gate->promise));
    }
    suspend();
}
var_dump(stacks_of(192) >= 9, stacks_of(320) >= 9);
$gate->resolve();
array_map(await(...), $all);
?>
--EXPECT--
bool(true)
bool(true)
