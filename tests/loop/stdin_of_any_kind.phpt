--TEST--
STDIN as a pipe, a file, /dev/null and closed
--EXTENSIONS--
evloop
--FILE--
<?php
$script = <<<'PHP'
use Evloop\{Loop, Watcher};
try {
	Loop::onReadable(STDIN, function ($stream, Watcher $watcher) {
		echo json_encode((string) @fread($stream, 5)), "\n";
		$watcher->cancel();
	});
} catch (Throwable $e) {
	echo $e::class, "\n";
}
PHP;
file_put_contents(__DIR__ . '/stdin.tmp', 'from a file');
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' -r ' . escapeshellarg($script);
echo 'pipe: ', shell_exec("echo hello | $php");
echo 'file: ', shell_exec("$php <" . __DIR__ . '/stdin.tmp');
echo '/dev/null: ', shell_exec("$php </dev/null");
echo 'closed: ', shell_exec("$php <&-");
unlink(__DIR__ . '/stdin.tmp');
?>
--EXPECT--
pipe: "hello"
file: "from "
/dev/null: ""
closed: ""
