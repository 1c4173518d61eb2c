--TEST--
Keys are integers, strings and objects; an object's value is for who has the object; no string collides with one
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Context;

$key = new stdClass;
Context::set($key, 'for who has the object');
Context::set('', 'empty');
Context::set('1', 'the string is the number, as in arrays');
Context::set("\0o" . pack('L', spl_object_id($key)), 'a string like an object');
Context::set("\0s", 'a string like its prefix');
Context::set("\0", 'NUL');
var_dump(Context::get($key), Context::get(new stdClass), Context::get(1), Context::all()['1'] === Context::get('1'));
foreach (Context::all() as $name => $value) {
    echo json_encode($name), " $value\n";
}
unset($key);
var_dump(Context::get(new stdClass));
foreach ([1.5, null, true, []] as $wrong) {
    try {
        $wrong === null ? Context::set($wrong, 1) : Context::get($wrong);
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
string(22) "for who has the object"
NULL
string(38) "the string is the number, as in arrays"
bool(true)
"" empty
1 the string is the number, as in arrays
"\u0000o\u0001\u0000\u0000\u0000" a string like an object
"\u0000s" a string like its prefix
"\u0000" NUL
NULL
Evloop\Context::get(): Argument #1 ($key) must be of type int, string or object, float given
Evloop\Context::set(): Argument #1 ($key) must be of type int, string or object, null given
Evloop\Context::get(): Argument #1 ($key) must be of type int, string or object, bool given
Evloop\Context::get(): Argument #1 ($key) must be of type int, string or object, array given
