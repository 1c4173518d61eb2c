--TEST--
scope() with a token: body and children are cancelled; one that is cancelled already never begins
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancellationSource, CancelledError, Scope};
use function Evloop\{async, delay, scope};

$source = new CancellationSource;
$sleeper = function (string $name) {
    try {
        delay(60);
    } catch (CancelledError $e) {
        echo "$name: {$e->getPrevious()->getMessage()}\n";
        throw $e;
    }
};
async(fn () => delay(0.1) ?? $source->cancel(new Exception('the reason')));
foreach (['first', 'second'] as $which) {
    try {
        scope(function (Scope $scope) use ($sleeper, $which) {
            echo "the $which begins\n";
            async($sleeper, 'child');
            $sleeper('body');
        }, cancellation: $source->token);
    } catch (CancelledError $e) {
        echo "the $which: {$e->getMessage()}, {$e->getPrevious()->getMessage()}\n";
    }
}
?>
--EXPECT--
the first begins
child: the reason
body: the reason
the first: The coroutine was cancelled, the reason
the second: The scope was cancelled before it began, the reason
