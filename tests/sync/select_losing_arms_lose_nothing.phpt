--TEST--
select(): what happens to the other arms before the chosen one has its turn is left alone
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, Deferred, Loop, PromiseState};
use function Evloop\{async, await, delay, select};

[$a, $b, $c, $d] = [new Channel, new Channel, new Channel, new Deferred];
$chosen = async(fn () => select(['a' => $a->onReceive(), 'b' => $b->onReceive(), 'c' => $c->onSend('from c'), 'd' => $d->promise]));
delay(0);
var_dump($a->trySend(1));
var_dump($a->trySend(2), $b->trySend(2), $c->tryReceive($value));
$d->reject(new Exception('seen by nobody'));
Loop::setErrorHandler(fn (Throwable $e) => print("handler: {$e->getMessage()}\n"));
unset($d);
echo json_encode(await($chosen)), "\n";
unset($chosen);
gc_collect_cycles();
delay(0);

// A sender in two places sends once.
$sender = async(fn () => select([$a->onSend('x'), $b->onSend('y')]));
delay(0);
var_dump($b->tryReceive($value), $value, $a->tryReceive($value), await($sender)[0]);

// Two selects that could serve each other do, once.
$first = async(fn () => select([$a->onReceive(), $b->onSend('b')]));
$second = async(fn () => select([$a->onSend('a'), $b->onReceive()]));
echo json_encode([await($first), await($second)]), "\n";
?>
--EXPECTF--
bool(true)
bool(false)
bool(false)
bool(false)
handler: seen by nobody
["a",1]
bool(true)
string(1) "y"
bool(false)
int(1)
[[%d,%S],[%d,%S]]
