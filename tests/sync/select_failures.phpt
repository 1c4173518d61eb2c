--TEST--
select(): closed channels, rejections, timeouts, and arms that are none
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, Deferred, Promise};
use function Evloop\{async, select};

function attempt(array $arms, ?float $timeout = null): void
{
    try {
        echo json_encode(select($arms, $timeout)), "\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), ($e->getPrevious() ? ' < ' . $e->getPrevious()->getMessage() : ''), "\n";
    }
}
[$open, $closed, $closing] = [new Channel, new Channel, new Channel];
$closed->close(new Exception('why'));
attempt([$open->onReceive(), $closed->onReceive()]);
attempt([$closed->onSend(1)]);
attempt([$open->onReceive(), Promise::reject(new LogicException('rejected'))]);
$deferred = new Deferred;
async(fn () => $deferred->reject(new LogicException('rejected later')));
attempt([$open->onReceive(), $deferred->promise]);
async(fn () => $closing->close());
attempt([$open->onReceive(), $closing->onReceive()]);
attempt([$open->onReceive(), (new Deferred)->promise], 0.01);
attempt([$open->onSend(1)], 0);
attempt([]);
attempt([$open->onReceive(), 'x' => $open]);
attempt([1 => null]);
attempt([$open->onReceive()], -1);
attempt([$open->onReceive()], NAN);
attempt([$open->onReceive(), (new Deferred)->promise]);
var_dump($open->trySend(1), count($open));
?>
--EXPECTF--
Evloop\ChannelClosedException: select(): the channel is closed < why
Evloop\ChannelClosedException: select(): the channel is closed < why
LogicException: rejected
LogicException: rejected later
Evloop\ChannelClosedException: select(): the channel is closed
Evloop\TimeoutException: select(): nothing could be done within 0.01 seconds
Evloop\TimeoutException: select(): nothing could be done within 0 seconds
ValueError: Evloop\select(): Argument #1 ($arms) must not be empty
TypeError: Evloop\select(): Argument #1 ($arms) must have arms of channels, promises and objects with a then() method, Evloop\Channel given for "x"
TypeError: Evloop\select(): Argument #1 ($arms) must have arms of channels, promises and objects with a then() method, null given for 1
ValueError: Evloop\select(): Argument #2 ($timeout) must be a number of seconds between 0 and %s
ValueError: Evloop\select(): Argument #2 ($timeout) must be a number of seconds between 0 and %s
Evloop\DeadlockException: Nothing is left that could end select()
bool(false)
int(0)
