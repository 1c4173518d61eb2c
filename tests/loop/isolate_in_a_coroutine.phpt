--TEST--
Loop::isolate() in a coroutine: the outer loop stands still, then goes on
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Coroutine, Loop};
use function Evloop\{async, await, delay};

$order = [];
$other = async(function () use (&$order): void {
	for ($i = 0; $i < 3; $i++) {
		$order[] = "outer $i";
		delay(0.001);
	}
});
$result = await(async(function () use (&$order): string {
	$self = Coroutine::current();
	$result = Loop::isolate(function () use (&$order, $self): string {
		for ($i = 0; $i < 3; $i++) {
			$order[] = "inner $i";
			delay(0.005);
		}
		return Coroutine::current() === $self ? 'the same' : 'another';
	});
	$order[] = Coroutine::current() === $self ? 'back' : 'lost';
	delay(0.001);
	return $result;
}));
await($other);
echo implode("\n", $order), "\n", $result, "\n";
?>
--EXPECT--
outer 0
inner 0
inner 1
inner 2
back
outer 1
outer 2
another
