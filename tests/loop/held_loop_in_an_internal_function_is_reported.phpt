--TEST--
A callback that holds the loop in an internal function is reported when that has ended
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

set_error_handler(fn (int $level, string $message): bool => (bool) print(strtok($message, "\n") . "\n"));
ini_set('evloop.block_warn_ms', 30);
Loop::delay(0.001, fn () => usleep(200_000));
Loop::delay(0.3, fn () => null);
Loop::run();
ini_set('evloop.block_warn_ms', 0);
Loop::delay(0.001, fn () => usleep(100_000));
Loop::run();
echo "off again\n";
?>
--EXPECTF--
evloop: a callback h%S more than 30 ms%S
off again
