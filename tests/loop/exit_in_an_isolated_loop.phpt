--TEST--
exit() in an isolated loop, called from a coroutine, ends the program with its status
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

register_shutdown_function(fn () => print("shutdown function\n"));
async(function (): void {
	try {
		delay(5);
	} finally {
		echo "outer one unwound\n";
	}
});
async(function (): void {
	Loop::isolate(function (): void {
		async(function (): void {
			try {
				delay(5);
			} finally {
				echo "inner one unwound\n";
			}
		});
		delay(0.001);
		exit("exit inside\n");
	});
	echo "must not be reached\n";
});
Loop::run();
?>
--EXPECT--
exit inside
inner one unwound
shutdown function
outer one unwound
