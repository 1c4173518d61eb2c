--TEST--
Stream::stdin(), stdout(), stderr(): the same object every time; stdin from a pipe, a file, /dev/null and closed
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Stream;

var_dump(Stream::stdout() === Stream::stdout(), Stream::stdout() === Stream::stderr());
Stream::stdout()->write("written\n");
Stream::stdout()->drain();

$code = 'fwrite(STDOUT, fgets(STDIN) ?: "nothing "); echo json_encode(Evloop\Stream::stdin()->readAll()), "\n";';
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
$lines = tempnam(sys_get_temp_dir(), 'evl');
file_put_contents($lines, "first\nsecond\n");
foreach ([['file', $lines, 'r'], ['file', '/dev/null', 'r'], ['pipe', 'r']] as $stdin) {
    $process = proc_open("exec $php -r " . escapeshellarg($code), [$stdin, 1 => STDOUT], $pipes);
    if ($pipes) {
        fwrite($pipes[0], "piped\nmore");
        fclose($pipes[0]);
    }
    proc_close($process);
}
unlink($lines);
?>
--EXPECT--
bool(true)
bool(false)
written
first
"second\n"
nothing ""
piped
"more"
