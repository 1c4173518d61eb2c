--TEST--
Http\Request::form(), cookies(): what is read, and what is refused with its status
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\Http\{Request, UploadedFile};

$show = fn ($value) => $value instanceof UploadedFile ? "file($value->name|$value->type|$value->content)" : $value;
$part = fn (string $lines, string $content = 'c') => "--b\r\n$lines\r\n\r\n$content\r\n";
$name = 'Content-Disposition: form-data; name=';
$forms = [
    ['application/x-www-form-urlencoded; charset=utf-8', 'a=1&b[]=%41+b&b[k]=3&a.b=4&&x'],
    ['Application/X-WWW-Form-URLencoded', ''],
    ['multipart/form-data; boundary="b"', "before\r\n" . $part("{$name}\"t\"", "\r\n--\r\n--c") . $part("CONTENT-disposition:form-data ; name=f[]; filename=\"\\\"q\\\\C:\\x\"")
        . $part("Content-Type: a/b\r\n$name\"f[]\"; filename=x") . $part($name . 'e', '') . "--b--\r\nbehind"],
    ['multipart/form-data;boundary=b', '--b--'], ['multipart/form-data; boundary=b', '--b' . "\r\n"],
    ['multipart/form-data', 'x'], ['multipart/form-data; boundary=', 'x'], ['multipart/form-data; boundary="b', '--b--'],
    ['multipart/form-data; boundary=' . str_repeat('b', 71), 'x'],
    ['multipart/form-data; boundary=b', $part('X: y') . '--b--'], ['multipart/form-data; boundary=b', '--bx' . $part("{$name}t")],
    ['multipart/form-data; boundary=b', $part("{$name}t\r\nX: " . str_repeat('x', 9000)) . '--b--'], ['multipart/form-data; boundary=b', "--b\r\nX"],
    ['multipart/form-data; boundary=b', str_repeat($part("{$name}t"), 1001) . '--b--'], ['application/x-www-form-urlencoded', str_repeat('a&', 1000)],
    ['text/plain', 'a=1'], ['', ''],
];
$sent = implode('', array_map(fn ($form) => http_post('/', $form[1], "Content-Type: $form[0]"), $forms));
echo preg_replace('~HTTP/1.1 (\d+).*?\r\n\r\n(?:\d+ [\w -]+\n)?~s', "\n$1 ", http_run(function (Request $request) use ($show) {
    $form = $request->form();
    array_walk_recursive($form, function (&$value) use ($show) { $value = $show($value); });
    return $form;
}, $sent, count($forms)));
echo "\n", strtok(substr(strstr(http_run(fn (Request $request) => $request->cookies(), http_get('/', 'Cookie: a=1; b="x%20y+z";c=;  =d; e ; a=2; 5=f',
    'cookie: g=a=b') . http_get('/'), 2), "\r\n\r\n"), 4), 'H'), "\n";
?>
--EXPECT--

200 {"a":"1","b":{"0":"A b","k":"3"},"a_b":"4","x":""}
200 []
200 {"t":"\r\n--\r\n--c","f":["file(\"q\\C:\\x|application/octet-stream|c)","file(x|a/b|c)"],"e":""}
200 []
400 
400 
400 
400 
400 
400 
400 
400 
400 
413 
413 
415 
415 
{"a":"1","b":"x y+z","c":"","e":"","5":"f","g":"a=b"}
