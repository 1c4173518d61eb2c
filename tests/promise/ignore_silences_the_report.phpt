--TEST--
ignore() before or after the rejection silences the report; awaiting still throws
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\{async, await};

Loop::setErrorHandler(fn (Throwable $e) => print("reported: {$e->getMessage()}\n"));
$deferred = new Deferred;
var_dump($deferred->promise->ignore() === $deferred->promise);
$deferred->reject(new Exception('before'));
$after = Promise::reject(new Exception('after'));
$after->ignore();
async(fn () => throw new Exception('coroutine'))->ignore();
$derived = $after->then(fn () => null);
$derived->ignore();
Loop::run();
try {
    await($after);
} catch (Exception $e) {
    echo 'caught ', $e->getMessage(), "\n";
}
unset($deferred, $after, $derived, $e);
Loop::run();
echo "nothing reported\n";
?>
--EXPECT--
bool(true)
caught after
nothing reported
