--TEST--
Http\Response::file(): what is sent of a file, to GET, to HEAD, by its extension, and what is 404
--FILE--
<?php
require dirname(__DIR__) . '/include/http_files.inc';

$files = new Files();
echo $files->get('a.txt'), "--\n", $files->get('none'), "--\n";
echo strstr(http_exchange($files->server, 'HEAD' . substr(http_get('/files/a.txt', 'Connection: close'), 3)), 'Accept'), "--\n";
foreach (['x.HTML', 'dir.css.js', 'x.png', 'plain', 'x.txt.bak', 'empty.svg'] as $name) {
    $files->put($name, $name === 'empty.svg' ? '' : "text of $name");
    preg_match('/Content-Type: (.*)\n(?:.*\n)*Content-Length: (\d+)\n/', $files->get($name), $found);
    echo "$name $found[1] $found[2]\n";
}
mkdir("$files->folder/sub");
$files->put('.hidden', '');
symlink('/etc/passwd', "$files->folder/out.txt");
symlink('a.txt', "$files->folder/in.txt");
foreach (['sub', '', '.hidden', '../a.txt', 'sub/../a.txt', '%2e%2e/a.txt', 'a.txt%00.png', 'out.txt', 'in.txt', '/a.txt', 'a.txt/'] as $name) {
    echo "'$name' ", http_statuses($files->get($name)), "\n";
}
touch("$files->folder/a.txt");
echo strpbrk(strstr($files->get('a.txt'), 'ETag'), ':');
?>
--EXPECT--
HTTP/1.1 200 OK
Content-Type: text/plain; charset=utf-8
Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT
ETag: "..."
Accept-Ranges: bytes
Content-Length: 10

0123456789--
HTTP/1.1 404 Not Found
Content-Type: text/plain; charset=utf-8
Content-Length: 14

404 Not Found
--
Accept-Ranges: bytes
Content-Length: 10
Connection: close

--
x.HTML text/html; charset=utf-8 14
dir.css.js text/javascript; charset=utf-8 18
x.png image/png 13
plain application/octet-stream 13
x.txt.bak application/octet-stream 17
empty.svg image/svg+xml 0
'sub' 404
'' 404
'.hidden' 404
'../a.txt' 404
'sub/../a.txt' 404
'%2e%2e/a.txt' 404
'a.txt%00.png' 404
'out.txt' 404
'in.txt' 200
'/a.txt' 200
'a.txt/' 404
: W/"..."
Accept-Ranges: bytes
Content-Length: 10

0123456789