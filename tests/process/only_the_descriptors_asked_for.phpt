--TEST--
the child has 0, 1, 2 and what was asked for, whatever else is open here
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, ProcessOptions, ServerSocket, Stdio, Stream};

$keep = [fopen(__FILE__, 'r'), stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0), ServerSocket::listen('tcp://127.0.0.1:0'), Stream::createPipe(),
    popen('cat', 'w'), proc_open('cat', [['pipe', 'r'], ['pipe', 'w']], $pipes), Process::spawn(['cat'])];
$list = [PHP_BINARY, '-n', '-r', 'foreach (array_diff(scandir("/proc/self/fd"), [".", ".."]) as $fd) if (@readlink("/proc/self/fd/$fd")) echo "$fd ";'];
echo Process::run($list)->stdout, "\n";
echo Process::run($list, '', new ProcessOptions(descriptors: [7 => $keep[0], 5 => Stdio::Null, 900 => __FILE__ . '.out']))->stdout, "\n";
var_dump(fgets($keep[0]));
// What has a low number here may have another one there.
$text = '[$a, $b] = [fopen("php://fd/3", "r"), fopen("php://fd/4", "r")]; echo fgets($a), fgets($b);';
[$first, $second] = [tmpfile(), tmpfile()];
fwrite($first, "first\n");
fwrite($second, "second\n");
rewind($first);
rewind($second);
echo Process::run([PHP_BINARY, '-n', '-r', $text], '', new ProcessOptions(descriptors: [3 => $second, 4 => $first]))->stdout;
unlink(__FILE__ . '.out');
?>
--EXPECT--
0 1 2 
0 1 2 5 7 900 
string(6) "<?php
"
second
first
