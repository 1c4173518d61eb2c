--TEST--
A failing child fails its scope, even if somebody awaited it inside and caught the exception
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, scope};

try {
    scope(function () {
        $child = async(fn () => throw new Exception('of the child'));
        try {
            await($child);
        } catch (Exception $e) {
            echo "caught inside: {$e->getMessage()}\n";
        }
        try {
            delay(0);
            echo "must not run\n";
        } finally {
            echo "the body is cancelled\n";
        }
    });
} catch (Exception $e) {
    echo "thrown: {$e->getMessage()}\n";
}
?>
--EXPECT--
caught inside: of the child
the body is cancelled
thrown: of the child
