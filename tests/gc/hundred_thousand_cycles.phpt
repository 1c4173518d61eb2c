--TEST--
A hundred thousand cycles of promises, closures and coroutines go in one collection, without a turn of the loop
--EXTENSIONS--
evloop
--INI--
memory_limit=1G
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, delay};

final class Witness
{
	public static int $alive = 0;
	public mixed $held;

	public function __construct()
	{
		self::$alive++;
	}

	public function __destruct()
	{
		self::$alive--;
	}
}
gc_disable();
for ($i = 0; $i < 100_000; $i++) {
	$witness = new Witness();
	$deferred = new Deferred(fn () => $witness);
	$child = $deferred->promise->then(fn () => $witness);
	$witness->held = match ($i % 10) {
		0 => async(fn () => [await($child), $witness]), // begins below, and waits
		1 => async(fn () => $witness), // ends below
		default => $child,
	};
	if ($i % 10 === 2) {
		$witness->held = async(fn () => $witness); // never begins
		$witness->held->cancel();
		$witness->held->ignore();
	}
}
unset($witness, $deferred, $child);
delay(0);
echo Witness::$alive, " alive\n";
gc_collect_cycles();
echo Witness::$alive, " alive\n";
?>
--EXPECT--
100000 alive
0 alive
