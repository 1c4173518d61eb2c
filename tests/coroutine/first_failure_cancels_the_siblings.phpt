--TEST--
The first failure cancels the siblings and the body, and is thrown once they have ended
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\CancelledError;
use function Evloop\{async, delay, scope, shield};

$sleeper = function (string $name) {
    try {
        delay(60);
    } catch (CancelledError $e) {
        echo "$name: {$e->getPrevious()->getMessage()}\n";
        throw $e;
    } finally {
        shield(fn () => delay(0.01));
        echo "$name has ended\n";
    }
};
$failure = new Exception('first');
try {
    scope(function () use ($sleeper, $failure) {
        async($sleeper, 'sibling');
        async(fn () => async($sleeper, 'grandchild'));
        async(fn () => delay(0.01) ?? throw $failure);
        $sleeper('body');
    });
} catch (Exception $e) {
    var_dump($e === $failure, $e->getPrevious());
}
?>
--EXPECT--
sibling: first
grandchild: first
body: first
sibling has ended
grandchild has ended
body has ended
bool(true)
NULL
