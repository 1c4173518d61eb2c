--TEST--
Errors in an isolated loop: its handler, else the first one is thrown and the others go to the outer handler
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise};
use function Evloop\{async, delay};

Loop::setErrorHandler(fn (Throwable $e) => print('outer handler: ' . $e->getMessage() . "\n"));
try {
	Loop::isolate(function (): void {
		Promise::reject(new Exception('unhandled one'));
		Promise::reject(new Exception('unhandled two'));
	});
} catch (Exception $e) {
	echo 'thrown: ', $e->getMessage(), "\n";
}
Loop::run();
Loop::isolate(function (): void {
	Loop::setErrorHandler(fn (Throwable $e) => print('inner handler: ' . $e->getMessage() . "\n"));
	Loop::defer(fn () => throw new Exception('from a callback'));
	delay(0.001);
	Promise::reject(new Exception('at the end'));
});
try {
	Loop::isolate(function (): void {
		Loop::defer(fn () => throw new Exception('breaks the main coroutine off'));
		delay(1);
		echo "never\n";
	});
} catch (Exception $e) {
	echo 'thrown: ', $e->getMessage(), "\n";
}
?>
--EXPECT--
thrown: unhandled one
outer handler: unhandled two
inner handler: from a callback
inner handler: at the end
thrown: breaks the main coroutine off
