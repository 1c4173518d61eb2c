--TEST--
A read that timed out throws, and what comes afterwards is there for the next one
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ListenOptions, Timeouts};
use function Evloop\async;

[$socket, $peer] = net_peer(new ListenOptions(timeouts: new Timeouts(read: 0.002)));
echo net_failure(fn () => $socket->read(timeout: 0.01));
echo net_failure(fn () => $socket->read(timeout: 0.0));
echo net_failure(fn () => $socket->read());
fwrite($peer, 'ab');
echo net_failure(fn () => $socket->readExactly(3));
echo net_failure(fn () => $socket->readLine());
fwrite($peer, "c\n");
echo $socket->readLine();
?>
--EXPECT--
Evloop\TimeoutException: read() from 127.0.0.1:PORT: nothing came within 0.01 seconds
Evloop\TimeoutException: read() from 127.0.0.1:PORT: nothing came within 0 seconds
Evloop\TimeoutException: read() from 127.0.0.1:PORT: nothing came within 0.002 seconds
Evloop\TimeoutException: readExactly() from 127.0.0.1:PORT: nothing came within 0.002 seconds
Evloop\TimeoutException: readLine() from 127.0.0.1:PORT: nothing came within 0.002 seconds
abc
