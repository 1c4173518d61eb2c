--TEST--
A read with data waiting returns at once, without letting others run
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\{async, delay};

[$socket, $peer] = net_peer();
fwrite($peer, 'abcdef');
echo $socket->read(1), "\n";
async(function () { echo "others\n"; });
echo $socket->read(2), $socket->read(100), "\n";
async(fn () => fwrite($peer, 'later'));
echo $socket->read(), "\n";
echo net_failure(fn () => $socket->read(0));
echo net_failure(fn () => $socket->read(timeout: -1.0));
?>
--EXPECT--
a
bcdef
others
later
ValueError: Evloop\Stream::read(): Argument #1 ($length) must be at least 1, or null for all there is
ValueError: Evloop\Stream::read(): Argument #2 ($timeout) must be a number of seconds between 0 and 3.2e+9
