--TEST--
A write that finds no room in time throws and says how much was left
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ListenOptions, StreamOptions, Timeouts};

[$socket, $peer] = net_peer(new ListenOptions(timeouts: new Timeouts(write: 0.01)));
$fill = str_repeat('x', 20_000_000);
echo preg_replace('/\d{5,}/', 'N', net_failure(fn () => $socket->write($fill, 0.02)));
echo preg_replace('/\d{5,}/', 'N', net_failure(fn () => $socket->write($fill)));
echo preg_replace('/\d{5,}/', 'N', net_failure(fn () => $socket->drain()));
echo preg_replace('/\d{5,}/', 'N', net_failure(fn () => $socket->end('last')));
var_dump($socket->isWritable(), $socket->getBufferedBytes() > 0);
$socket->close(); // else the script would not end before all is sent
?>
--EXPECT--
Evloop\TimeoutException: write() to 127.0.0.1:PORT: the peer took too little within 0.02 seconds, N of N bytes were not sent
Evloop\TimeoutException: write() to 127.0.0.1:PORT: the peer took too little within 0.01 seconds, N of N bytes were not sent
Evloop\TimeoutException: drain() to 127.0.0.1:PORT: the peer took too little within 0.01 seconds, N of N bytes were not sent
Evloop\TimeoutException: end() to 127.0.0.1:PORT: the peer took too little within 0.01 seconds, 4 of 4 bytes were not sent
bool(false)
bool(true)
