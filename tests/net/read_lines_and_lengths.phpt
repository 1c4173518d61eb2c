--TEST--
readLine, readExactly and readAll: ends, limits, and nothing consumed when they fail
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';

[$socket, $peer] = net_peer();
fwrite($peer, "one\r\ntwo\n\n\r\nlong line\nfour!ab");
var_dump($socket->readLine(), $socket->readLine(), $socket->readLine(), $socket->readLine());
echo net_failure(fn () => $socket->readLine(8));
var_dump($socket->readLine(9), $socket->readExactly(5));
fwrite($peer, "\r");
Evloop\async(fn () => fwrite($peer, "\nlast\r"));
var_dump($socket->readLine(2));
Evloop\async(fn () => fclose($peer));
echo json_encode([$socket->readLine(), $socket->readLine(), $socket->readAll()]), "\n";
echo net_failure(fn () => $socket->readLine(-1));
echo net_failure(fn () => $socket->readExactly(0));

[$socket, $peer] = net_peer();
fwrite($peer, '12345');
fclose($peer);
echo net_failure(fn () => $socket->readExactly(6));
echo net_failure(fn () => $socket->readAll(4));
var_dump($socket->readAll(5), $socket->readAll(0));
?>
--EXPECT--
string(3) "one"
string(3) "two"
string(0) ""
string(0) ""
Evloop\StreamException: readLine() from 127.0.0.1:PORT: the line has more than 8 bytes
string(9) "long line"
string(5) "four!"
string(2) "ab"
["last\r",null,""]
ValueError: Evloop\Stream::readLine(): Argument #1 ($max) must be at least 0
ValueError: Evloop\Stream::readExactly(): Argument #1 ($length) must be at least 1
Evloop\StreamException: readExactly() from 127.0.0.1:PORT: the end came after 5 of 6 bytes
Evloop\StreamException: readAll() from 127.0.0.1:PORT: there are more than 4 bytes
string(5) "12345"
string(0) ""
