--TEST--
Two coroutines that await each other are a deadlock for {main}
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\DeadlockException;
use function Evloop\{async, await};

$a = async(function () use (&$b) {
    return await($b);
});
$b = async(function () use (&$a) {
    return await($a);
});
try {
    await($a);
} catch (DeadlockException) {
    echo "deadlock\n";
}
$self = async(function () use (&$self) {
    return await($self);
});
try {
    await($self);
} catch (DeadlockException) {
    echo "deadlock\n";
}
?>
--EXPECTF--
deadlock
deadlock

Warning: evloop: coroutines wait for what can never happen any more:
%A
