--TEST--
The watchdog reaches code of the JIT, and code without calls
--EXTENSIONS--
evloop
--INI--
evloop.block_warn_ms=20
--FILE--
<?php
use Evloop\Loop;

$seen = false;
set_error_handler(function (int $level, string $message) use (&$seen): bool {
	return $seen = true;
});
Loop::delay(0.001, function () use (&$seen): void {
	$begin = hrtime(true);
	for ($i = 0; !$seen && $i < 2_000_000_000; $i++) {
	}
	echo $seen && hrtime(true) - $begin < 5_000_000_000 ? "seen\n" : "not seen\n";
});
Loop::run();
?>
--EXPECT--
seen
