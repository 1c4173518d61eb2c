--TEST--
evloop.stack_size sets the size of the C stacks
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!is_readable('/proc/self/maps')) die('skip needs /proc');
?>
--INI--
evloop.stack_size=256K
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

$gate = new Deferred;
for ($i = 0; $i < 100; $i++) {
    $all[] = async(fn () => await($gate->promise));
}
suspend();
$sizes = [];
foreach (file('/proc/self/maps') as $line) {
    if (preg_match('~^([0-9a-f]+)-([0-9a-f]+) rw-p 0+ 00:00 0\s*$~', $line, $match)) {
        $sizes[] = (hexdec($match[2]) - hexdec($match[1])) / 1024;
    }
}
echo (array_count_values($sizes)[256] ?? 0) >= 99 ? "256 KB each\n" : json_encode(array_count_values($sizes));
$gate->resolve();
array_map(await(...), $all);
?>
--EXPECT--
256 KB each
