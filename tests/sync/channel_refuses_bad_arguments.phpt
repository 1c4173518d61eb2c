--TEST--
Channel: sizes and timeouts out of range are refused, and a second constructor call
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Channel;

$channel = new Channel(1);
foreach ([
    fn () => new Channel(-1),
    fn () => new Channel(PHP_INT_MAX),
    fn () => new Channel(1 << 30) && new Channel((1 << 30) + 1),
    fn () => new Channel('x'),
    fn () => $channel->__construct(2),
    fn () => $channel->send(1, -0.1),
    fn () => $channel->send(1, NAN),
    fn () => $channel->receive(INF),
    fn () => $channel->receive(1e300),
    fn () => $channel->send(),
    fn () => $channel->close(new stdClass),
] as $call) {
    try {
        $call();
        echo "accepted\n";
    } catch (Error $e) {
        echo get_class($e), ': ', preg_replace('/, called in.*/', '', $e->getMessage()), "\n";
    }
}
echo count($channel), "\n";
?>
--EXPECTF--
ValueError: Evloop\Channel::__construct(): Argument #1 ($capacity) must be between 0 and 1073741824
ValueError: Evloop\Channel::__construct(): Argument #1 ($capacity) must be between 0 and 1073741824
ValueError: Evloop\Channel::__construct(): Argument #1 ($capacity) must be between 0 and 1073741824
TypeError: Evloop\Channel::__construct(): Argument #1 ($capacity) must be of type int, string given
Error: The Channel is constructed already
ValueError: Evloop\Channel::send(): Argument #2 ($timeout) must be a number of seconds between 0 and %s
ValueError: Evloop\Channel::send(): Argument #2 ($timeout) must be a number of seconds between 0 and %s
ValueError: Evloop\Channel::receive(): Argument #1 ($timeout) must be a number of seconds between 0 and %s
ValueError: Evloop\Channel::receive(): Argument #1 ($timeout) must be a number of seconds between 0 and %s
ArgumentCountError: Evloop\Channel::send() expects at least 1 argument, 0 given
TypeError: Evloop\Channel::close(): Argument #1 ($reason) must be of type ?Throwable, stdClass given
0
