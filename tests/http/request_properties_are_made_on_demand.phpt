--TEST--
Http\Request: properties that are made on demand cannot be told from others
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';
use Evloop\Http\Request;

function attempt(callable $code): void
{
    try {
        var_dump($code());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}

$looks = [
    fn ($r) => isset($r->method, $r->headers['host']) && !isset($r->headers['x']) && !empty($r->path) && empty($r->query),
    fn ($r) => $r->target ?? 'unset',
    fn ($r) => array_map(gettype(...), get_object_vars($r)),
    fn ($r) => json_encode($r) === json_encode((array) $r),
    fn ($r) => (new ReflectionProperty($r, 'version'))->isInitialized($r) . (new ReflectionProperty($r, 'path'))->getValue($r),
    function ($r) { foreach ($r as $name => $value) { echo "$name "; } },
    function ($r) { $r->path = '/x'; },
    function ($r) { unset($r->query); },
    function ($r) { $r->headers['x'] = 1; },
    function ($r) { $reference = &$r->version; },
    function ($r) { $r->other = 1; },
    fn ($r) => clone $r,
    fn ($r) => serialize($r),
    fn ($r) => new Request(),
    fn ($r) => $r == $r && (new ReflectionClass($r))->newInstanceWithoutConstructor(),
    fn ($r) => $r->header('HOST') . $r->header('none') . $r->header(''),
    fn ($r) => $r->json(),
];
http_run(function (Request $request) use (&$looks) {
    $look = array_shift($looks);
    attempt(fn () => $look($request));
    return '';
}, str_repeat(http_get('/'), count($looks)), count($looks));
?>
--EXPECTF--
bool(true)
string(1) "/"
array(7) {
  ["method"]=>
  string(6) "string"
  ["target"]=>
  string(6) "string"
  ["path"]=>
  string(6) "string"
  ["query"]=>
  string(6) "string"
  ["version"]=>
  string(6) "string"
  ["remoteAddress"]=>
  string(6) "string"
  ["headers"]=>
  string(5) "array"
}
bool(true)
string(2) "1/"
method target path query version remoteAddress headers NULL
Error: Cannot modify readonly property Evloop\Http\Request::$path
Error: Cannot unset readonly property Evloop\Http\Request::$query
Error: Cannot %Smodify readonly property Evloop\Http\Request::$headers
Error: Cannot %Smodify readonly property Evloop\Http\Request::$version
Error: Cannot create dynamic property Evloop\Http\Request::$other
Error: Trying to clone an uncloneable object of class Evloop\Http\Request
Exception: Serialization of 'Evloop\Http\Request' is not allowed
Error: Call to private Evloop\Http\Request::__construct() from global scope
ReflectionException: Class Evloop\Http\Request is an internal class marked as final that cannot be instantiated without invoking its constructor
string(4) "test"
JsonException: Syntax error
