--TEST--
select(): cancelled it takes nothing, and thrown out after it was served it gives back what it received
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Channel, Deferred, Loop};
use function Evloop\{async, await, delay, select};

[$a, $b] = [new Channel, new Channel];
$coroutine = async(fn () => select([$a->onReceive(), $b->onSend('b')]));
delay(0);
$coroutine->cancel();
var_dump($a->trySend(1), $b->tryReceive($value));
try {
    await($coroutine);
} catch (CancelledError $e) {
    echo $e->getMessage(), "\n";
}

// {main} has been served, and gets an error that nobody took instead of its turn.
Loop::defer(function () use ($a) {
    $a->send('kept');
    throw new Exception('for {main}');
});
try {
    select([$b->onReceive(), $a->onReceive(), (new Deferred)->promise]);
} catch (Exception $e) {
    echo $e->getMessage(), ', ', count($a), " kept\n";
}
echo json_encode(select([$a->onReceive(), $b->onReceive()])), "\n";
?>
--EXPECT--
bool(false)
bool(false)
The coroutine was cancelled
for {main}, 1 kept
[0,"kept"]
