--TEST--
Where PHP forbids to suspend the exception comes through, and what needs no waiting works
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_VERSION_ID >= 80400) die('skip destructors may suspend since 8.4');
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\Socket;

final class Last
{
    public function __construct(private Socket $socket) {}
    public function __destruct()
    {
        echo $this->socket->read(3), "\n";
        echo strtok(net_failure(fn () => $this->socket->read()), ':'), "\n";
        echo strtok(net_failure(fn () => $this->socket->write(str_repeat('x', 30_000_000))), ':'), "\n";
        echo strtok(net_failure(fn () => Socket::connect('tcp://127.0.0.1:1')), ':'), "\n";
    }
}
[$socket, $peer] = net_peer();
fwrite($peer, 'abcdef');
echo $socket->read(3), "\n";
$last = new Last($socket);
$last = null;
fwrite($peer, 'goes on');
echo $socket->read(), "\n";
$socket->close();
?>
--EXPECT--
abc
def
LogicException
LogicException
LogicException
goes on
