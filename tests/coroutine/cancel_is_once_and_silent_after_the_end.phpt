--TEST--
A scope is cancelled once, the first reason stays; after its end nothing happens
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{delay, scope};

try {
    scope(function (Scope $scope) use (&$kept) {
        $kept = $scope;
        var_dump($scope->isCancelled());
        $scope->cancel(new Exception('first'));
        $scope->cancel(new Exception('second'));
        var_dump($scope->isCancelled());
        delay(0);
    });
} catch (CancelledError $e) {
    echo $e->getPrevious()->getMessage(), "\n";
}
$kept->cancel(new Exception('third'));
var_dump($kept->isCancelled());
scope(function (Scope $scope) use (&$kept) {
    $kept = $scope;
});
$kept->cancel();
var_dump($kept->isCancelled(), Scope::current());
?>
--EXPECT--
bool(false)
bool(true)
first
bool(true)
bool(false)
NULL
