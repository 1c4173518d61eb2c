--TEST--
Timeouts from a second on may be a little late, but are never early, and one that is left over disturbs nobody
--EXTENSIONS--
evloop
--CONFLICTS--
all
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Loop, ServerSocket};
use function Evloop\{async, await};

$timed = function (float $timeout, callable $wait): string {
	$begin = Loop::now();
	$what = strtok(net_failure(fn () => $wait($timeout)), ':');
	$late = Loop::now() - $begin - $timeout;
	return $what . ($late < 0 || $late > 0.25 ? ", late by $late" : ' in time') . "\n";
};
[$socket, $peer] = net_peer();
[$silent, $other] = net_peer();
[$writer, $reader] = net_pair();
$server = ServerSocket::listen('tcp://127.0.0.1:0')->pause();
$waiting = [
	async(fn () => 'read: ' . $timed(1.0, fn ($timeout) => $silent->read(timeout: $timeout))),
	async(fn () => 'write: ' . $timed(1.05, fn ($timeout) => $writer->write(str_repeat('x', 16 << 20), $timeout))),
	async(fn () => 'accept: ' . $timed(1.1, fn ($timeout) => $server->accept($timeout))),
];

fwrite($peer, "a\n");
echo $socket->read(timeout: 1.0);
Loop::delay(1.3, fn () => fwrite($peer, "b, when the first timeout was over\n"));
echo $socket->read();
echo implode(array_map(await(...), $waiting));
Loop::delay(0.01, fn () => fwrite($peer, "c\n"));
echo $socket->read(timeout: 3600.0);
echo 'then: ', $timed(1.0, fn ($timeout) => $socket->read(timeout: $timeout));
echo 'then: ', $timed(0.01, fn ($timeout) => $socket->read(timeout: $timeout));
$writer->close();
?>
--EXPECT--
a
b, when the first timeout was over
read: Evloop\TimeoutException in time
write: Evloop\TimeoutException in time
accept: Evloop\TimeoutException in time
c
then: Evloop\TimeoutException in time
then: Evloop\TimeoutException in time
