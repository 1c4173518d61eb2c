--TEST--
new Stream() refuses what has no descriptor of its own, is filtered, listens, takes datagrams or is closed
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Stream;

$filtered = fopen(__FILE__, 'r');
stream_filter_append($filtered, 'string.rot13');
$closed = fopen(__FILE__, 'r');
fclose($closed);
$cases = [
    fopen('php://memory', 'r+'),
    $filtered,
    $closed,
    stream_socket_server('tcp://127.0.0.1:0'),
    stream_socket_server('udp://127.0.0.1:0', flags: STREAM_SERVER_BIND),
    99999,
    -1,
    'text',
    new stdClass,
];
foreach ($cases as $case) {
    try {
        new Stream($case);
    } catch (Throwable $e) {
        echo get_class($e), ': ', str_replace('Evloop\Stream::__construct(): Argument #1 ($resource) ', '', $e->getMessage()), "\n";
    }
}
?>
--EXPECT--
ValueError: must be a stream with a descriptor to wait for, a stream of type MEMORY has none
ValueError: must be a stream without filters: what they hold back cannot be waited for
TypeError: must be an open stream, a closed or other resource was given
ValueError: must be a stream, and not a listening socket
ValueError: must be a stream, and not a socket for datagrams
Evloop\SocketException: making a Stream failed: bad file descriptor (EBADF)
ValueError: must be a descriptor, -1 is none
TypeError: must be a stream, a Socket or the number of a descriptor, string given
TypeError: must be a stream, a Socket or the number of a descriptor, stdClass given
