--TEST--
A Scope that is kept after its end: no children any more, the rest is silent
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Scope;
use function Evloop\{async, delay, scope};

scope(function (Scope $scope) use (&$kept) {
    $kept = $scope;
}, timeout: 5.0);
var_dump($kept->isCancelled(), $kept->deadline() > 0);
try {
    $kept->async(fn () => print("must not run\n"));
} catch (LogicException $e) {
    echo $e->getMessage(), "\n";
}
foreach ([fn () => clone $kept, fn () => serialize($kept), fn () => new Scope, fn () => $kept->x = 1] as $wrong) {
    try {
        $wrong();
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
$kept->cancel();
var_dump($kept->isCancelled());
?>
--EXPECT--
bool(false)
bool(true)
Scope::async(): the scope has ended
Error: Trying to clone an uncloneable object of class Evloop\Scope
Exception: Serialization of 'Evloop\Scope' is not allowed
Error: Call to private Evloop\Scope::__construct() from global scope
Error: Cannot create dynamic property Evloop\Scope::$x
bool(false)
