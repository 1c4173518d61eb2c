--TEST--
A promise of the outer loop that is rejected in an isolated one is not unhandled before its own loop ends
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\await;

Loop::setErrorHandler(fn (Throwable $error) => print("reported: {$error->getMessage()}\n"));
[$outer, $forgotten] = [new Deferred(), new Deferred()];
try {
	Loop::isolate(function () use ($outer, $forgotten): void {
		$outer->reject(new Exception('looked at late'));
		$forgotten->reject(new Exception('never looked at'));
		$GLOBALS['kept'] = $own = new Deferred();
		$own->reject(new Exception('of the isolated loop'));
	});
} catch (Exception $e) {
	echo 'thrown: ', $e->getMessage(), "\n";
}
try {
	await($outer->promise);
} catch (Exception $e) {
	echo 'awaited: ', $e->getMessage(), "\n";
}
Loop::run();
echo "the end of the script\n";
?>
--EXPECT--
thrown: of the isolated loop
awaited: looked at late
the end of the script
reported: never looked at
