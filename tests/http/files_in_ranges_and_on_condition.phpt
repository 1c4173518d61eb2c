--TEST--
Http\Response::file(): ranges and conditions, one by one and as curl asks for them
--SKIPIF--
<?php if (!shell_exec('command -v curl')) die('skip needs curl'); ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http_files.inc';

$files = new Files();
$then = 'Sun, 06 Nov 1994 08:49:37 GMT';
preg_match('/ETag: (.*)\r/', http_exchange($files->server, http_get('/files/a.txt', 'Connection: close')), $tag);
$cases = [['Range: bytes=2-4'], ['Range: bytes=-3'], ['Range: bytes=8-100'], ['Range: bytes=10-'], ['Range: bytes=0-1,3-4'], ['Range: x=1-2'],
    ["If-None-Match: $tag[1]"], ["If-None-Match: W/$tag[1], \"x\""], ['If-None-Match: "x"', "If-Modified-Since: $then"],
    ["If-Modified-Since: $then"], ['If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT'], ["If-Match: $tag[1]"], ['If-Match: "x"'],
    ["If-Unmodified-Since: $then"], ['If-Unmodified-Since: Sun, 06 Nov 1994 08:49:36 GMT'],
    ['Range: bytes=0-2', "If-Range: $tag[1]"], ['Range: bytes=0-2', "If-Range: $then"], ['Range: bytes=0-2', 'If-Range: "x"']];
foreach ($cases as $headers) {
    $answer = $files->get('a.txt', ...$headers);
    preg_match('~^HTTP/1.1 (\d+)~', $answer, $status);
    preg_match('~Content-Range: (.*)\n~', $answer, $range);
    echo str_replace($tag[1], 'TAG', implode(' + ', $headers)), ': ', $status[1], ' ', $range[1] ?? '', ' ',
        in_array($status[1], ['200', '206'], true) ? substr(strstr($answer, "\n\n"), 2) : '', "\n";
}
$big = $files->put('big', random_bytes(3_000_000));
copy($big, "$files->folder/part");
ftruncate(fopen("$files->folder/part", 'r+'), 1_234_567);
echo $files->curl('-C - -o part', 'big'), md5_file("$files->folder/part") === md5_file($big) ? 'resumed' : 'differs', "\n";
echo $files->curl('-r 1000000-1999999', 'big') === '' ? '' : 'ranged', "\n";
echo $files->curl('--etag-save tag -o /dev/null -w "%{http_code}"', 'a.txt'), ' ';
echo $files->curl('--etag-compare tag -o /dev/null -w "%{http_code}"', 'a.txt'), ' ';
echo $files->curl('-z a.txt -o /dev/null -w "%{http_code}"', 'a.txt'), ' ';
echo $files->curl('--http1.0', 'a.txt'), ' ', $files->curl('-I -o /dev/null -w "%{http_code} %{size_download}"', 'a.txt'), ' ';
echo $files->curl('-X POST -d x -H "If-None-Match: *" -o /dev/null -w "%{http_code}"', 'a.txt'), "\n";
?>
--EXPECT--
Range: bytes=2-4: 206 bytes 2-4/10 234
Range: bytes=-3: 206 bytes 7-9/10 789
Range: bytes=8-100: 206 bytes 8-9/10 89
Range: bytes=10-: 416 bytes */10 
Range: bytes=0-1,3-4: 200  0123456789
Range: x=1-2: 200  0123456789
If-None-Match: TAG: 304  
If-None-Match: W/TAG, "x": 304  
If-None-Match: "x" + If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT: 200  0123456789
If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT: 304  
If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT: 200  0123456789
If-Match: TAG: 200  0123456789
If-Match: "x": 412  
If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT: 200  0123456789
If-Unmodified-Since: Sun, 06 Nov 1994 08:49:36 GMT: 412  
Range: bytes=0-2 + If-Range: TAG: 206 bytes 0-2/10 012
Range: bytes=0-2 + If-Range: Sun, 06 Nov 1994 08:49:37 GMT: 206 bytes 0-2/10 012
Range: bytes=0-2 + If-Range: "x": 200  0123456789
resumed
ranged
200 304 304 0123456789 200 0 412
