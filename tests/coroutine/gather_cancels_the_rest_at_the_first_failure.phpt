--TEST--
gather(): the first failure cancels the rest, coroutines it was given included, and is thrown when its own have ended
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Deferred, PromiseState};
use function Evloop\{async, delay, gather, suspend, wait};

$unwanted = new Deferred;
$wanted = new Deferred;
$wanted->promise->then(fn () => null);
$given = async(fn () => delay(10))->ignore();
try {
    gather([
        'own' => function () {
            try {
                delay(10);
            } finally {
                echo "own ended\n";
            }
        },
        'fails' => function () {
            suspend();
            throw new LogicException('first');
        },
        'given' => $given,
        $unwanted->promise,
        $wanted->promise,
    ]);
} catch (LogicException $e) {
    echo 'thrown: ', $e->getMessage(), "\n";
}
wait([$given]);
var_dump($given->isFinished(), $unwanted->promise->state() === PromiseState::Rejected, $wanted->promise->state() === PromiseState::Pending);
try {
    gather([fn () => delay(1), async(fn () => delay(1))->cancel() ?? async(fn () => throw new CancelledError('of its own'))]);
} catch (CancelledError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
own ended
thrown: first
bool(true)
bool(true)
bool(true)
of its own
