--TEST--
In a shield nothing is cancelled from outside; the first suspension behind it throws
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{async, await, delay, scope, shield};

$coroutine = async(function () {
    try {
        echo shield(function () {
            async(fn () => print(delay(0.01, "what was started in it ends\n")));
            $inner = Scope::current();
            delay(0.005);
            var_dump($inner->isCancelled());
            return "its value\n";
        });
        echo "goes on behind it\n";
        delay(0);
        echo "must not run\n";
    } catch (CancelledError $e) {
        echo $e->getPrevious()->getMessage(), "\n";
        throw $e;
    }
});
delay(0);
$coroutine->cancel(new Exception('the reason'));
try {
    await($coroutine);
} catch (CancelledError) {
    echo "cancelled\n";
}
?>
--EXPECT--
bool(false)
what was started in it ends
its value
goes on behind it
the reason
cancelled
