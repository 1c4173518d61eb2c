--TEST--
When the body throws the children are cancelled; what it threw comes out once they have ended
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\CancelledError;
use function Evloop\{async, delay, scope};

$failure = new DomainException('of the body');
try {
    scope(function () use ($failure) {
        $child = async(function () use ($failure) {
            try {
                delay(60);
            } catch (CancelledError $e) {
                var_dump($e->getPrevious() === $failure);
                throw $e;
            } finally {
                echo "the child has ended\n";
            }
        });
        async(fn () => print("started by the body, and runs\n"));
        delay(0.005);
        async(fn () => print("must not begin\n"));
        throw $failure;
    });
} catch (DomainException $e) {
    var_dump($e === $failure);
}
?>
--EXPECT--
started by the body, and runs
bool(true)
the child has ended
bool(true)
