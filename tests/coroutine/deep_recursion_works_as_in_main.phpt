--TEST--
unserialize(), freeing a long list, nested array_map and PHP calls recurse as deep as in {main}
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_DEBUG) die('skip frames of a PHP without optimisation are larger');
?>
--FILE--
<?php
use function Evloop\{async, await};

function depth(int $levels): int
{
    return $levels === 0 ? 0 : 1 + depth($levels - 1);
}
function nested(int $levels): int
{
    return $levels === 0 ? 0 : 1 + array_map(nested(...), [$levels - 1])[0];
}
$work = function () {
    $text = str_repeat('a:1:{i:0;', 4000) . 'N;' . str_repeat('}', 4000);
    echo gettype(unserialize($text, ['max_depth' => 0])), "\n";

    $list = null;
    for ($i = 0; $i < 10000; $i++) {
        $node = new stdClass;
        $node->next = $list;
        $list = $node;
    }
    unset($list, $node);
    // PHP 8.3 and newer stop at the end of the stack by themselves, with an Error.
    $levels = PHP_VERSION_ID < 80300 ? 3000 : 2000;
    echo "list freed\n", depth(50000), "\n", nested($levels) === $levels ? 'nested' : 'not nested', "\n";
};
await(async($work));
await(async(fn () => (new Fiber($work))->start()));
?>
--EXPECT--
array
list freed
50000
nested
array
list freed
50000
nested
