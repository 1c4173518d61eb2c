--TEST--
exit() in a pcntl handler while coroutines wait ends the program with its status
--EXTENSIONS--
pcntl
posix
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

pcntl_async_signals(true);
pcntl_signal(SIGTERM, function (): void {
	echo "exit in the handler\n";
	exit(3);
});
register_shutdown_function(fn () => print("shutdown function\n"));
async(function (): void {
	try {
		delay(3);
	} finally {
		echo "unwound\n";
	}
});
exec('(sleep 0.02; kill -TERM ' . getmypid() . ') >/dev/null 2>&1 &');
Loop::run();
echo "must not be reached\n";
?>
--EXPECT--
exit in the handler
shutdown function
unwound
