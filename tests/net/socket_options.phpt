--TEST--
getOption(), setOption(), linger, keep-alive: the system's options, checked; closed and unknown ones are refused
--EXTENSIONS--
evloop
sockets
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\delay;

[$socket, $peer] = net_pair();
var_dump($socket->getOption(SOL_TCP, TCP_NODELAY) > 0, $socket->setNoDelay(false)->getOption(SOL_TCP, TCP_NODELAY));
var_dump($socket->getOption(SOL_SOCKET, SO_KEEPALIVE), $socket->setKeepAlive(true, 6.5)->getOption(SOL_SOCKET, SO_KEEPALIVE));
var_dump($socket->getOption(SOL_TCP, 4 /* TCP_KEEPIDLE */), $socket->setKeepAlive(false)->getOption(SOL_SOCKET, SO_KEEPALIVE));
var_dump($socket->setOption(SOL_SOCKET, SO_RCVBUF, 8192)->getOption(SOL_SOCKET, SO_RCVBUF) >= 8192);
var_dump($socket->getOption(SOL_SOCKET, SO_ERROR), $socket->getOption(SOL_SOCKET, SO_LINGER));
var_dump($socket->setOption(SOL_SOCKET, SO_LINGER, 5)->getOption(SOL_SOCKET, SO_LINGER));
var_dump($socket->setOption(SOL_SOCKET, SO_LINGER, -1)->getOption(SOL_SOCKET, SO_LINGER));
echo net_failure(fn () => $socket->getOption(SOL_SOCKET, 12345));
echo net_failure(fn () => $socket->setOption(12345, 1, 1));
echo net_failure(fn () => $socket->setOption(SOL_SOCKET, SO_LINGER, 1 << 40));
echo net_failure(fn () => $socket->getOption(PHP_INT_MIN, 1));
foreach ([0.0, -1.0, 40000.0, NAN, INF] as $delay) {
    echo net_failure(fn () => $socket->setKeepAlive(true, $delay));
}
$socket->setOption(SOL_SOCKET, SO_LINGER, 0)->close();
delay(0.001);
echo net_failure(fn () => $peer->read());
foreach (['getOption' => [1, 1], 'setOption' => [1, 1, 1], 'setKeepAlive' => [true], 'setNoDelay' => [true], 'shutdown' => [],
    'setTimeouts' => [new Evloop\Timeouts()]] as $method => $arguments) {
    echo net_failure(fn () => $socket->$method(...$arguments));
}
?>
--EXPECT--
bool(true)
int(0)
int(0)
int(1)
int(7)
int(0)
bool(true)
int(0)
int(-1)
int(5)
int(-1)
Evloop\SocketException: getOption() of 127.0.0.1:PORT failed: protocol not available (ENOPROTOOPT)
Evloop\SocketException: setOption() of 127.0.0.1:PORT failed: protocol not available (ENOPROTOOPT)
ValueError: Evloop\Socket::setOption(): Argument #3 ($value) must fit into 32 bits
ValueError: Evloop\Socket::getOption(): Argument #1 ($level) must fit into 32 bits
ValueError: Evloop\Socket::setKeepAlive(): Argument #2 ($delay) must be a number of seconds above 0 and up to 32767
ValueError: Evloop\Socket::setKeepAlive(): Argument #2 ($delay) must be a number of seconds above 0 and up to 32767
ValueError: Evloop\Socket::setKeepAlive(): Argument #2 ($delay) must be a number of seconds above 0 and up to 32767
ValueError: Evloop\Socket::setKeepAlive(): Argument #2 ($delay) must be a number of seconds above 0 and up to 32767
ValueError: Evloop\Socket::setKeepAlive(): Argument #2 ($delay) must be a number of seconds above 0 and up to 32767
Evloop\SocketException: read() from 127.0.0.1:PORT failed: connection reset by peer (ECONNRESET)
Evloop\ClosedException: getOption(): the stream to 127.0.0.1:PORT is closed
Evloop\ClosedException: setOption(): the stream to 127.0.0.1:PORT is closed
Evloop\ClosedException: setKeepAlive(): the stream to 127.0.0.1:PORT is closed
Evloop\ClosedException: setNoDelay(): the stream to 127.0.0.1:PORT is closed
Evloop\ClosedException: end(): the stream to 127.0.0.1:PORT is closed
Evloop\ClosedException: setTimeouts(): the stream to 127.0.0.1:PORT is closed
