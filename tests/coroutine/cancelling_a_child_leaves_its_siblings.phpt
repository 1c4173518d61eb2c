--TEST--
A child that is cancelled takes its own scopes with it, has not failed, and leaves its siblings alone
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\CancelledError;
use function Evloop\{async, await, delay, scope};

echo scope(function () {
    $child = async(function () {
        scope(function () {
            async(function () {
                try {
                    delay(60);
                } finally {
                    echo "the grandchild is cancelled\n";
                }
            });
        });
    });
    $sibling = async(fn () => delay(0.01, 'the sibling goes on'));
    delay(0);
    $child->cancel(new Exception('not needed'));
    try {
        await($child);
    } catch (CancelledError $e) {
        echo $e->getPrevious()->getMessage(), "\n";
    }
    return await($sibling);
}), "\n";
?>
--EXPECT--
the grandchild is cancelled
not needed
the sibling goes on
