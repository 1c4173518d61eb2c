--TEST--
A second reader gets an exception that names both
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\async;

[$socket, $peer] = net_peer();
function reader($socket) { return $socket->read(); }
$first = async(fn () => reader($socket))->setName('first');
$second = async(function () use ($socket) {
    foreach (['read', 'readLine', 'readAll'] as $method) {
        try {
            $socket->$method();
        } catch (Evloop\PendingOperationException $e) {
            echo preg_replace(['/127.0.0.1:\d+/', '~/\S*/~'], ['PEER', ''], $e->getMessage()), "\n";
        }
    }
    try {
        foreach ($socket as $chunk);
    } catch (Evloop\PendingOperationException $e) {
        echo "foreach as well\n";
    }
    $socket->write('writing is another matter');
});
Evloop\await($second);
fwrite($peer, 'for the first');
echo Evloop\await($first), "\n", fread($peer, 100), "\n";
?>
--EXPECT--
read(): another operation on PEER is pending: read() in coroutine #1 "first" at two_readers.php:6, called at two_readers.php:7; this is read() in coroutine #2 at two_readers.php:11
readLine(): another operation on PEER is pending: read() in coroutine #1 "first" at two_readers.php:6, called at two_readers.php:7; this is readLine() in coroutine #2 at two_readers.php:11
readAll(): another operation on PEER is pending: read() in coroutine #1 "first" at two_readers.php:6, called at two_readers.php:7; this is readAll() in coroutine #2 at two_readers.php:11
foreach as well
for the first
writing is another matter
