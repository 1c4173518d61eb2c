--TEST--
Cancelling the scope that one runs in takes effect at the next suspension, in the body and in a child
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{async, await, delay, scope};

foreach (['body' => true, 'child' => false] as $who => $isBody) {
    try {
        scope(function (Scope $scope) use ($isBody, $who) {
            $work = function () use ($scope, $who) {
                $scope->cancel();
                echo "$who goes on\n";
                delay(0);
                echo "must not run\n";
            };
            $isBody ? $work() : async($work);
            delay(60);
        });
    } catch (CancelledError) {
        echo "cancelled by the $who\n";
    }
}
?>
--EXPECT--
body goes on
cancelled by the body
child goes on
cancelled by the child
