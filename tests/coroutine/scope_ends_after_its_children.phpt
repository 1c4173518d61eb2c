--TEST--
scope() returns what its body returned, when all children have ended
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Scope;
use function Evloop\{async, delay, scope};

$task = function (string $name, float $seconds) {
    delay($seconds);
    echo "$name\n";
};
echo scope(function (Scope $scope) use ($task) {
    async($task, 'third', 0.3);
    $scope->async($task, 'second', 0.1);
    async(function () use ($task) {
        async($task, 'last, a grandchild', 0.6);
        echo "first\n";
    });
    return "and the result\n";
});
?>
--EXPECT--
first
second
third
last, a grandchild
and the result
