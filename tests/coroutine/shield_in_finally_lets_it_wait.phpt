--TEST--
In a finally block of what is cancelled waiting throws, unless it is shielded
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{async, await, delay, scope, shield};

try {
    scope(function (Scope $scope) {
        async(function () use ($scope) {
            delay(0.001);
            $scope->cancel();
        });
        try {
            delay(60);
        } finally {
            try {
                delay(0);
                echo "must not run\n";
            } catch (CancelledError) {
                echo "not without a shield\n";
            }
            echo shield(fn () => await(async(fn () => delay(0.01, "cleaned up\n"))));
            echo shield(fn () => shield(fn () => delay(0.001, "twice\n")));
            scope(function () {
                try {
                    delay(0);
                    echo "must not run\n";
                } catch (CancelledError) {
                    echo shield(fn () => delay(0.001, "in a scope, too\n"));
                }
            });
        }
    });
} catch (CancelledError) {
    echo "cancelled\n";
}
?>
--EXPECT--
not without a shield
cleaned up
twice
in a scope, too
cancelled
