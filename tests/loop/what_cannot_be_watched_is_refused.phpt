--TEST--
Loop::onReadable() refuses what has no descriptor, by a clear exception at the call
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

$closed = fopen('/dev/null', 'r');
fclose($closed);
$filtered = fopen(__FILE__, 'r');
stream_filter_append($filtered, 'string.toupper');
$values = [
	fopen('php://memory', 'r+'), fopen('php://temp', 'r+'), $filtered, $closed, stream_context_create(),
	null, 'php://stdin', 1.5, [], new stdClass(), -1, PHP_INT_MAX, 100000,
];
foreach ($values as $value) {
	try {
		Loop::onReadable($value, fn () => print("must not run\n"));
	} catch (Throwable $e) {
		echo $e::class, ': ', strtr($e->getMessage(), ['Evloop\Loop::onReadable(): Argument #1 ($stream) ' => '']), "\n";
	}
}
Loop::run();
echo "nothing is left\n";
?>
--EXPECT--
ValueError: must be a stream with a descriptor to wait for, a stream of type MEMORY has none
ValueError: must be a stream with a descriptor to wait for, a stream of type TEMP has none
ValueError: must be a stream without filters: what they hold back cannot be waited for
TypeError: must be an open stream, a closed or other resource was given
TypeError: must be an open stream, a closed or other resource was given
TypeError: must be a stream, a Socket or the number of a descriptor, null given
TypeError: must be a stream, a Socket or the number of a descriptor, string given
TypeError: must be a stream, a Socket or the number of a descriptor, float given
TypeError: must be a stream, a Socket or the number of a descriptor, array given
TypeError: must be a stream, a Socket or the number of a descriptor, stdClass given
ValueError: must be a descriptor, -1 is none
ValueError: must be a descriptor, 9223372036854775807 is none
Evloop\SocketException: watching descriptor 100000 failed: bad file descriptor (EBADF)
nothing is left
