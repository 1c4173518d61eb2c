--TEST--
What a coroutine throws and nobody awaits comes out of run(), as the very object, with its trace
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

$thrown = null;
async(function () use (&$thrown) {
    delay(0.001);
    throw $thrown = new LogicException('nobody awaits');
});
try {
    Loop::run();
} catch (LogicException $e) {
    var_dump($e === $thrown, $e->getLine());
}
async(fn () => throw new LogicException('second'));
Loop::run();
?>
--EXPECTF--
bool(true)
int(8)

Fatal error: Uncaught LogicException: second in %s:%d
Stack trace:
#0 [internal function]: {closure%S}()
#1 %suncaught_in_a_coroutine_reaches_run.php(15): [coroutine #2 started here]()
#2 {main}
  thrown in %s on line %d
