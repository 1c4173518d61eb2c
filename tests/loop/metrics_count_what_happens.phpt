--TEST--
Loop::metrics() counts ticks, callbacks, watchers, coroutines, lag, busy and idle time
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Watcher};
use function Evloop\async;

$before = Loop::metrics();
var_dump($before['callbacks'], $before['watchers'], $before['coroutines'], $before['bytes']);
$turns = 0;
Loop::repeat(0.01, function (Watcher $repeat) use (&$turns): void {
	if (++$turns === 5) {
		$repeat->cancel();
		Loop::delay(0.1, fn () => null); // and before it the loop has nothing to do
	}
});
$watchers = [Loop::onSignal(10, fn () => null), Loop::onReadable(STDERR, fn () => null)];
array_map(fn ($watcher) => $watcher->unreference(), $watchers);
$waiting = new Deferred();
async(fn () => $waiting->promise->await());
$later = Loop::delay(600, fn () => null);
Loop::delay(0.01, function () use ($waiting, $later): void {
	async(fn () => null);
	for ($end = hrtime(true) + 30_000_000; hrtime(true) < $end;);
	echo json_encode(Loop::metrics()['watchers']), ' ', json_encode(Loop::metrics()['coroutines']), "\n";
	$waiting->resolve(null);
	$later->cancel();
});
Loop::run();
$after = Loop::metrics();
var_dump($after['callbacks'] >= 4, $after['ticks'] >= 3, $after['ticks'] < 2000);
var_dump($after['busy'] >= 0.03, $after['busy'] < 30, $after['idle'] > 0);
var_dump($after['lag']['max'] >= 0.03, $after['lag']['p50'] <= $after['lag']['p99'], $after['lag']['p99'] <= $after['lag']['max']);
?>
--EXPECT--
int(0)
array(6) {
  ["defer"]=>
  int(0)
  ["delay"]=>
  int(0)
  ["repeat"]=>
  int(0)
  ["signal"]=>
  int(0)
  ["readable"]=>
  int(0)
  ["writable"]=>
  int(0)
}
array(2) {
  ["alive"]=>
  int(0)
  ["ready"]=>
  int(0)
}
array(2) {
  ["in"]=>
  int(0)
  ["out"]=>
  int(0)
}
{"defer":0,"delay":1,"repeat":1,"signal":1,"readable":1,"writable":0} {"alive":2,"ready":1}
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
