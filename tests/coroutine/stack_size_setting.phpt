--TEST--
evloop.stack_size sets the size of the C stacks
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!is_readable('/proc/self/status')) die('skip needs /proc');
?>
--INI--
evloop.stack_size=256K
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
$before = reserved();
// As many as ten slabs hold.
for ($i = 0; $i < 640; $i++) {
    $all[] = async(fn () => await($gate->promise));
}
suspend();
$each = (reserved() - $before) / 640;
echo $each >= 256 && $each < 280 ? "256 KB and a guard each\n" : "$each KB each\n";
$gate->resolve();
array_map(await(...), $all);
?>
--EXPECT--
256 KB and a guard each
