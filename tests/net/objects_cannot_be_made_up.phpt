--TEST--
No constructor, no clone, no serialising, no properties; a class that extends Stream has a closed stream
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ServerSocket, Socket, Stream};

[$socket] = net_pair();
$server = ServerSocket::listen('tcp://127.0.0.1:0');
foreach ([$socket, $server] as $object) {
    $class = get_class($object);
    echo strtok(net_failure(fn () => new $class()), ':'), "\n";
    echo strtok(net_failure(fn () => (new ReflectionClass($class))->newInstanceWithoutConstructor()), ':'), "\n";
    echo strtok(net_failure(fn () => clone $object), ':'), "\n";
    echo strtok(net_failure(fn () => serialize($object)), ':'), "\n";
    echo strtok(net_failure(fn () => unserialize('O:' . strlen($class) . ":\"$class\":0:{}")), ':'), "\n";
    echo strtok(net_failure(fn () => $object->more = 1), ':'), "\n";
}
class Mine extends Stream
{
    public function __construct() {}
}
$mine = new Mine();
var_dump($mine->isClosed(), $mine->isReadable(), $mine->getBufferedBytes(), $mine->getFd());
$mine->close();
echo net_failure(fn () => $mine->read());
echo net_failure(fn () => $mine->write('x'));
echo net_failure(fn () => $mine->end());
echo net_failure(fn () => $mine->drain());
?>
--EXPECT--
Error
ReflectionException
Error
Exception
Exception
Error
Error
ReflectionException
Error
Exception
Exception
Error
bool(true)
bool(false)
int(0)
NULL
Evloop\ClosedException: read(): the stream to Mine is closed
Evloop\ClosedException: write(): the stream to Mine is closed
Evloop\ClosedException: end(): the stream to Mine is closed
Evloop\ClosedException: drain(): the stream to Mine is closed
