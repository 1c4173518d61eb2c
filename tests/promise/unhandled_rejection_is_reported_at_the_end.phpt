--TEST--
A rejection nobody looked at while it is held is reported when the loop has ended, and never before
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\{async, await};

Loop::setErrorHandler(fn (Throwable $e) => print("reported: {$e->getMessage()}\n"));
$held = Promise::reject(new Exception('held to the end'));
$coroutine = async(fn () => throw new Exception('coroutine held to the end'));
$late = Promise::reject(new Exception('awaited late'));
$ignored = Promise::reject(new Exception('ignored'))->ignore();
Loop::run();
try {
    await($late);
} catch (Exception $e) {
    echo 'caught: ', $e->getMessage(), "\n";
}
register_shutdown_function(fn () => print("shutdown function\n"));
echo "end of script\n";
?>
--EXPECT--
caught: awaited late
end of script
reported: held to the end
reported: coroutine held to the end
shutdown function
