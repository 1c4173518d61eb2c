--TEST--
examples/upload.php: a form with files, a file of 50 MB by PUT, and one that does not come whole
--EXTENSIONS--
evloop
--SKIPIF--
<?php if (!shell_exec('command -v curl')) die('skip needs curl'); ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$folder = sys_get_temp_dir() . '/evloop-upload-test-' . getmypid();
mkdir($folder);
file_put_contents("$folder/x.bin", str_repeat(random_bytes(10_000), 5_000));
$server = new TestServer(dirname(__DIR__, 2) . '/examples/upload.php', '127.0.0.1:0', "$folder/up");
$curl = fn (string $arguments) => print(shell_exec("curl -s $arguments") . "\n");
$curl("-F title=T -F 'pictures[]=@-;filename=a.txt;type=text/plain' {$server->url()} < " . escapeshellarg(__FILE__) . " | sed 's/[0-9]*\\]]}/N]]}/'");
$curl("-T $folder/x.bin {$server->url('/x.bin')}");
echo sha1_file("$folder/x.bin") === sha1_file("$folder/up/x.bin") ? "the same\n" : "differs\n";
preg_match('/VmHWM:\s+(\d+)/', file_get_contents("/proc/$server->pid/status"), $peak);
echo $peak[1] < 65536 ? "in little memory\n" : "in $peak[1] KiB\n";
echo http_statuses(http_exchange($server, "PUT /y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n", "x\r\n")), "\n";
echo http_statuses(http_exchange($server, http_post('/', 'x', 'Connection: close') )), "\n";
echo implode(' ', array_diff(scandir("$folder/up"), ['.', '..', sha1_file(__FILE__)])), "\n";
echo $server->stop()[0], "\n";
shell_exec('rm -r ' . escapeshellarg($folder));
?>
--EXPECT--
{"title":"T","files":[["a.txt","text/plain",N]]}
50000000 bytes

the same
in little memory
400
415
x.bin
0
