--TEST--
Promises, handlers and coroutines that only hold each other are collected
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};
use function Evloop\{async, await, delay};

class Witness
{
    public static int $alive = 0;
    public mixed $held;
    public mixed $coroutine;
    public function __construct() { self::$alive++; }
    public function __destruct() { self::$alive--; }
}
for ($i = 0; $i < 1000; $i++) {
    $w = new Witness;
    $w->held = $deferred = new Deferred(fn () => $w);
    $deferred->promise->onCancel(fn () => $w)->then(fn () => $w)->finally(fn () => $w)->onCancel(fn () => $w);
    $w = new Witness;
    $w->held = Promise::all(['x' => (new Promise(fn () => $w, fn () => $w))->then(fn () => $w), $w])->then(fn () => $w);
    $w = new Witness;
    $w->held = Promise::retry(fn () => (new Promise(fn () => null, fn () => $w))->then(fn () => $w), 3);
    $w = new Witness;
    $w->held = new Promise(fn () => null, fn () => $w);
    $w->coroutine = async(fn (Witness $w) => await($w->held), $w);
}
unset($w, $deferred);
delay(0);
gc_collect_cycles();
gc_collect_cycles();
var_dump(Witness::$alive);
?>
--EXPECT--
int(0)
