--TEST--
Loop::onReadable() on a TLS stream of PHP fires for bytes that are decrypted already, wherever they lie
--EXTENSIONS--
openssl
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/tls.inc';
use Evloop\{Loop, Watcher};

[$here, $there] = tls_pair();
$read = 0;
$on = function (int $size, int $until) use ($here, &$read): Watcher {
	return Loop::onReadable($here, function ($stream, Watcher $watcher) use (&$read, $size, $until): void {
		$read += strlen(fread($stream, $size));
		if ($read >= $until) {
			$watcher->cancel();
		}
	});
};

// Some bytes a callback: the rest is in PHP's buffer and in OpenSSL's, and the kernel knows of none.
fwrite($there, str_repeat('x', 16000));
$on(1000, 16000);
Loop::run();
echo $read, "\n";

// Another one empties PHP's buffer while the watcher waits; a timer lets it wait.
$read = 0;
fwrite($there, str_repeat('y', 16000));
$watcher = $on(16000, 16000)->disable();
Loop::delay(0.01, function () use ($here, $watcher, &$read): void {
	$watcher->enable();
	$read += strlen(fread($here, 8192));
});
Loop::run();
echo $read, "\n";
$read = 0;
fwrite($there, str_repeat('z', 100));
$on(100, 16100);
Loop::delay(0.01, fn () => fwrite($there, str_repeat('z', 16000)));
Loop::delay(0.02, function () use ($here, &$read): void {
	$read += strlen(fread($here, 8192));
});
Loop::run();
echo $read, "\n";

Loop::onWritable($there, function ($stream, Watcher $watcher): void {
	fclose($stream);
	$watcher->cancel();
});
Loop::onReadable($here, function ($stream, Watcher $watcher): void {
	echo json_encode([fread($stream, 100), feof($stream)]), "\n";
	$watcher->cancel();
});
Loop::run();
?>
--EXPECT--
16000
16000
16100
["",true]
