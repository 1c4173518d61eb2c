--TEST--
What a peer sends while nobody reads is buffered up to the mark; the rest waits in the kernel, and nothing is lost
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use function Evloop\delay;

[$socket, $peer] = net_peer();
stream_set_blocking($peer, false);
$piece = random_bytes(1 << 20);
$sent = 0;
$hash = hash_init('xxh3');
net_failure(fn () => $socket->read(timeout: 0.0)); // from now on it reads in advance
do {
    $size = (int) fwrite($peer, $piece);
    hash_update($hash, substr($piece, 0, $size));
    $sent += $size;
    delay(0.002);
} while ($size > 0);
var_dump($sent > 65536, $sent < 64 << 20);
fclose($peer);
$received = hash_init('xxh3');
foreach ($socket as $chunk) {
    hash_update($received, $chunk);
}
var_dump(hash_final($hash) === hash_final($received));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
