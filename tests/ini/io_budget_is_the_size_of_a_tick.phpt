--TEST--
evloop.io_budget: so many ready items run between two polls, also when it is changed later
--EXTENSIONS--
evloop
--INI--
evloop.io_budget=5
--FILE--
<?php
use Evloop\Loop;
use function Evloop\async;

function items_of_one_tick(int $ready): int
{
    $ran = 0;
    for ($i = 0; $i < $ready; $i++) {
        async(function () use (&$ran) {
            $ran++;
        });
    }
    Loop::runOnce(false);
    $result = $ran;
    Loop::run();
    return $result;
}
var_dump(items_of_one_tick(20));
ini_set('evloop.io_budget', '12');
var_dump(items_of_one_tick(20));
ini_restore('evloop.io_budget');
var_dump(items_of_one_tick(20));
?>
--EXPECT--
int(5)
int(12)
int(5)
