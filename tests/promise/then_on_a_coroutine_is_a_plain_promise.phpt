--TEST--
then(), catch() and finally() of a Coroutine give a plain Promise
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Coroutine, Promise};
use function Evloop\{async, await};

$coroutine = async(fn () => 2);
foreach (['then' => fn ($value) => $value * 2, 'catch' => fn () => null, 'finally' => fn () => null] as $method => $handler) {
    $promise = $coroutine->$method($handler);
    echo $method, ' ', get_class($promise), ' ', await($promise), "\n";
}
var_dump($coroutine instanceof Promise, get_class(Coroutine::resolve(1)));
?>
--EXPECT--
then Evloop\Promise 4
catch Evloop\Promise 2
finally Evloop\Promise 2
bool(true)
string(14) "Evloop\Promise"
