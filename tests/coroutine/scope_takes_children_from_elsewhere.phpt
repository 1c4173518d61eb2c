--TEST--
Scope::async() from a child, a callback and {main} makes children of that scope, until it has ended
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Scope};
use function Evloop\{async, delay, scope};

$say = function (string $text) {
    delay(0.005);
    echo $text, Scope::current()?->isCancelled() === false ? ' in a scope' : ' outside', "\n";
};
$shared = new ArrayObject;
$outside = async(fn () => scope(function (Scope $scope) use ($shared, $say) {
    $shared[] = $scope;
    async(function () use ($scope, $say) {
        delay(0.3);
        $scope->async($say, 'when the body has returned');
    });
}));
delay(0);
$shared[0]->async($say, 'from {main}');
Loop::defer(function () use ($shared, $say) {
    $shared[0]->async($say, 'from a callback');
    async($say, "the callback's own");
});
$outside->await();
echo "ended\n";
?>
--EXPECT--
from {main} in a scope
from a callback in a scope
the callback's own outside
when the body has returned in a scope
ended
