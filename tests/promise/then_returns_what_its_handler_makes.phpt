--TEST--
The promise of then() settles with what the handler returns, throws or adopts
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};
use function Evloop\await;

var_dump(await(Promise::resolve(1)->then(fn (int $value) => $value + 1)->then(fn (int $value) => $value * 10)));
var_dump(await(Promise::resolve('passes')->then(null, fn () => 'not called')));
var_dump(await(Promise::resolve('passes')->then()));
var_dump(await(Promise::reject(new Exception('r'))->then(fn () => 'not called', fn (Exception $e) => "handled {$e->getMessage()}")));
try {
    await(Promise::resolve(1)->then(fn () => throw new LogicException('thrown')));
} catch (LogicException $e) {
    var_dump($e->getMessage());
}
try {
    await(Promise::reject(new LogicException('passes'))->then(fn () => 'not called'));
} catch (LogicException $e) {
    var_dump($e->getMessage());
}
$inner = new Deferred;
$outer = Promise::resolve(1)->then(fn () => $inner->promise);
Evloop\Loop::delay(0.001, fn () => $inner->resolve('adopted'));
var_dump(await($outer));
try {
    await(Promise::resolve(1)->then(fn () => Promise::reject(new LogicException('adopted rejection'))));
} catch (LogicException $e) {
    var_dump($e->getMessage());
}
?>
--EXPECT--
int(20)
string(6) "passes"
string(6) "passes"
string(9) "handled r"
string(6) "thrown"
string(6) "passes"
string(7) "adopted"
string(17) "adopted rejection"
