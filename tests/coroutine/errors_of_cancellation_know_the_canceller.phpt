--TEST--
CancelledError passes catch (Exception); its previous is the reason, or is made where cancel() was called
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{async, await, delay, scope};

function gives_up(Scope $scope, ?Throwable $reason = null): void
{
    $scope->cancel($reason);
}
foreach ([null, new DomainException('a reason of its own')] as $reason) {
    try {
        scope(function (Scope $scope) use ($reason) {
            async(fn () => gives_up($scope, $reason));
            try {
                delay(60);
            } catch (Exception) {
                echo "must not be caught here\n";
            }
        });
    } catch (Error $e) {
        $cause = $e->getPrevious();
        echo $e::class, ' ', $cause::class, ' ', $cause->getMessage(), "\n";
        var_dump(in_array('gives_up', array_column($cause->getTrace(), 'function')));
    }
}
?>
--EXPECT--
Evloop\CancelledError Evloop\CancelledError The scope was cancelled
bool(true)
Evloop\CancelledError DomainException a reason of its own
bool(false)
