--TEST--
STDIN as a terminal: lines as they are typed, and its end
--EXTENSIONS--
posix
evloop
--SKIPIF--
<?php
$process = @proc_open(['true'], [['pty']], $pipes);
if (!$process) die('skip proc_open() of this PHP makes no terminals');
?>
--FILE--
<?php
$script = <<<'PHP'
use Evloop\{Loop, Watcher};
echo posix_isatty(STDIN) ? "a terminal\n" : "no terminal\n";
Loop::onReadable(STDIN, function ($stream, Watcher $watcher): void {
	$line = fgets($stream);
	echo json_encode($line), "\n";
	if ($line === false) {
		echo json_encode(feof($stream)), "\n";
		$watcher->cancel();
	}
});
PHP;
$command = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' -r ' . escapeshellarg($script);
$process = proc_open("exec $command", [['pty'], ['pipe', 'w']], $pipes);
echo fgets($pipes[1]);
foreach (["one\n" => 1, "two\nthree\n" => 2, "\x04" => 2] as $typed => $answers) {
	fwrite($pipes[0], $typed);
	echo json_encode($typed), ":\n";
	while ($answers-- > 0) {
		echo fgets($pipes[1]);
	}
}
echo proc_close($process), "\n";
?>
--EXPECT--
a terminal
"one\n":
"one\n"
"two\nthree\n":
"two\n"
"three\n"
"\u0004":
false
true
0
