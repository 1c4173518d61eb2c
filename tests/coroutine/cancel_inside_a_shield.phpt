--TEST--
Cancelling the shield itself, or a scope inside it, works as everywhere
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{async, delay, scope, shield};

try {
    shield(function () {
        $shield = Scope::current();
        async(fn () => $shield->cancel(new Exception('from inside')));
        delay(60);
    });
} catch (CancelledError $e) {
    echo $e->getPrevious()->getMessage(), "\n";
}
$failure = new Exception('a child of the shield');
try {
    shield(function () use ($failure) {
        async(fn () => throw $failure);
        delay(60);
    });
} catch (Exception $e) {
    var_dump($e === $failure);
}
delay(0);
echo "nothing is left\n";
?>
--EXPECT--
from inside
bool(true)
nothing is left
