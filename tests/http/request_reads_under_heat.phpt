--TEST--
Http\Request: a hot reader gets each request's own values
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\Http\Request;

function reads(Request $request): string
{
    $all = '';
    for ($i = 0; $i < 3; $i++) {
        $all .= "$request->method $request->path?$request->query {$request->headers['x-n'][0]} " . $request->header('x-n') . "\n";
    }
    return $all;
}

$bytes = '';
for ($n = 0; $n < 50; $n++) {
    $bytes .= http_get("/path$n?n=$n", "X-N: $n");
}
$expected = 0;
$wrong = 0;
http_run(function (Request $request) use (&$expected, &$wrong) {
    $n = $expected++;
    $wrong += reads($request) !== str_repeat("GET /path$n?n=$n $n $n\n", 3);
    return '';
}, $bytes, 50);
var_dump($expected, $wrong);
?>
--EXPECT--
int(50)
int(0)
