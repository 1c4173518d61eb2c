--TEST--
Pool: a failing create frees its place for who waits, a failing destroy goes to the error handler, a body that throws gives back
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Loop, Pool};
use function Evloop\{async, await, delay};

Loop::setErrorHandler(fn (Throwable $e) => print("handler: {$e->getMessage()}\n"));
$calls = 0;
$pool = new Pool(function () use (&$calls) {
    delay(0);
    return match (++$calls) {
        1 => throw new Exception('cannot connect'),
        2 => 'no object',
        default => new ArrayObject,
    };
}, max: 1, destroy: fn () => throw new Exception('cannot close'));
$users = array_map(fn () => async(fn () => $pool->use(fn () => 'used')), [1, 2, 3]);
$outcomes = [];
foreach ($users as $user) {
    try {
        $outcomes[] = await($user);
    } catch (Throwable $e) {
        $outcomes[] = $e->getMessage();
    }
}
sort($outcomes);
echo implode("\n", $outcomes), "\n";
try {
    $pool->use(fn () => throw new LogicException('in the body'));
} catch (LogicException $e) {
    echo $e->getMessage(), ', ', $pool->stats()['idle'], " idle\n";
}
$cancelled = async(fn () => $pool->use(fn () => delay(60)));
delay(0);
$cancelled->cancel();
delay(0);
try {
    await($cancelled);
} catch (CancelledError $e) {
    echo $e->getMessage(), "\n";
}
echo json_encode($pool->stats()), "\n";
$same = new ArrayObject;
$pool = new Pool(fn () => $same);
$pool->acquire();
try {
    $pool->acquire();
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
Pool: $create must return an object, string returned
cannot connect
used
in the body, 1 idle
handler: cannot close
The coroutine was cancelled
{"lent":0,"idle":0,"pending":0,"waiting":0,"created":1,"destroyed":1}
Pool: $create must return a new object, the pool has this one already
