--TEST--
examples/file-server.php: files, listings, index.html, ranges, and nothing outside of its folder
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$folder = sys_get_temp_dir() . '/evloop-serve-' . getmypid();
mkdir("$folder/sub/deep", 0700, true);
file_put_contents("$folder/a b.txt", 'some text');
file_put_contents("$folder/sub/index.html", 'the index');
file_put_contents("$folder/.hidden", 'x');
symlink('/etc', "$folder/out");
$server = new TestServer(dirname(__DIR__, 2) . '/examples/file-server.php', $folder, '127.0.0.1:0');
$get = fn (string $target, string ...$headers) => http_exchange($server, http_get($target, 'Connection: close', ...$headers));
echo substr(strstr($get('/'), '<ul>'), 0, -1), "\n", substr($get('/a%20b.txt', 'Range: bytes=5-'), -4), "\n";
echo substr($get('/sub/'), -9), strstr(strstr($get('/sub'), 'Location'), "\r", true), "\n";
foreach (['/sub/deep/', '/none', '/.hidden', '/out/passwd', '/out/', '/../', '/sub/../', '/%2e%2e/', '/sub/deep/%00'] as $target) {
    echo $target, ' ', http_statuses($get($target)), "\n";
}
echo http_statuses(http_exchange($server, http_post('/a%20b.txt', 'x', 'Connection: close'))), "\n";
shell_exec('rm -r ' . escapeshellarg($folder));
echo $server->stop()[0], "\n";
?>
--EXPECT--
<ul>
<li><a href="./a%20b.txt">a b.txt</a>
<li><a href="./out/">out/</a>
<li><a href="./sub/">sub/</a>
</ul>
text
the indexLocation: /sub/
/sub/deep/ 200
/none 404
/.hidden 404
/out/passwd 404
/out/ 404
/../ 404
/sub/../ 404
/%2e%2e/ 404
/sub/deep/%00 404
405
0
