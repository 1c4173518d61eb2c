--TEST--
Cancelling goes through scopes, children, and their scopes, several deep
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{async, delay, scope};

$deep = function (int $depth) use (&$deep) {
    scope(function (Scope $scope) use (&$deep, $depth) {
        async(fn () => scope(function () use (&$deep, $depth) {
            if ($depth < 3) {
                $deep($depth + 1);
            }
            delay(60);
        }));
        try {
            delay(60);
        } catch (CancelledError $e) {
            echo str_repeat(' ', $depth), "$depth: ", var_export($scope->isCancelled(), true), ', ', $e->getPrevious()->getMessage(), "\n";
            throw $e;
        }
    });
};
try {
    scope(function (Scope $scope) use ($deep) {
        async($deep, 0);
        delay(0.01);
        $scope->cancel(new Exception('from the top'));
        async(fn () => print("must not begin\n"));
        delay(0);
    });
} catch (CancelledError) {
    echo "cancelled\n";
}
?>
--EXPECT--
0: true, from the top
 1: true, from the top
  2: true, from the top
   3: true, from the top
cancelled
