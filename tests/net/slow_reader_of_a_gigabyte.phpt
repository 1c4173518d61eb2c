--TEST--
1 GiB to a reader that stops: memory stays bounded by write(), by tryWrite() and drain, and through pipeTo(); then all arrives
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Event, Socket};
use function Evloop\{async, await, delay};

const TOTAL = 1 << 30;
$piece = str_repeat('0123456789abcdef', 1 << 16); // 1 MiB

/** Reads a little, stops, then reads the rest; the bytes that came. */
function slow_reader(Socket $socket): int
{
    $size = strlen($socket->readExactly(100));
    delay(0.05);
    while (($data = $socket->read()) !== null) {
        $size += strlen($data);
    }
    return $size;
}

function peak(): int
{
    preg_match('/VmHWM:\s+(\d+)/', file_get_contents('/proc/self/status'), $match);
    return (int) $match[1];
}

$slow = getenv('EVLOOP_TEST_SLOW') ? 64 : 1; // under valgrind less has to do
$count = intdiv(TOTAL, strlen($piece) * $slow);
$before = peak();

[$sender, $receiver] = Socket::pair();
$reading = async(fn () => slow_reader($receiver));
for ($i = 0; $i < $count; $i++) {
    $sender->write($piece);
}
$sender->end();
var_dump(await($reading) === $count * strlen($piece));

[$sender, $receiver] = Socket::pair();
$reading = async(fn () => slow_reader($receiver));
$left = $count;
$sent = new Event();
$send = function () use ($sender, $piece, &$left, $sent): void {
    while ($left > 0 && $sender->tryWrite($piece)) {
        $left--;
    }
    $left > 0 || $sent->set();
};
$sender->on('drain', $send);
$send();
$sent->await();
$sender->end();
var_dump(await($reading) === $count * strlen($piece));

[$first, $in] = Socket::pair();
[$out, $last] = Socket::pair();
$piping = async(fn () => $in->pipeTo($out));
$reading = async(fn () => slow_reader($last));
for ($i = 0; $i < $count; $i++) {
    $first->write($piece);
}
$first->end();
var_dump(await($piping) === $count * strlen($piece), await($reading) === $count * strlen($piece));
var_dump(peak() - $before < 64 * 1024);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
