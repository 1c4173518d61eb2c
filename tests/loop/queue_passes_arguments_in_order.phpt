--TEST--
queue() passes its arguments and runs first in, first out
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

Loop::queue(function (...$arguments) {
    echo json_encode($arguments), "\n";
}, 1, 'two', [3], null);
Loop::queue(fn () => print("second\n"));
$value = 'as it was';
Loop::queue(fn ($value) => print("$value\n"), $value);
$value = 'changed';
Loop::queue('printf', "%s\n", 'by name');
try {
    Loop::queue('no such function');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
Loop::run();
?>
--EXPECT--
Evloop\Loop::queue(): Argument #1 ($callback) must be a valid callback, function "no such function" not found or invalid function name
[1,"two",[3],null]
second
as it was
by name
