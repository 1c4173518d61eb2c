--TEST--
When one uncaught exception ends the program, the other failures are told as warnings
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise};

Loop::defer(function () {
    Promise::reject(new LogicException('first'));
    Promise::reject(new LogicException('second'));
    throw new LogicException('third');
});
register_shutdown_function(fn () => print("shutdown function\n"));
?>
--EXPECTF--
Fatal error: Uncaught LogicException: first in %s:%d
Stack trace:
%A
  thrown in %s on line 5
shutdown function

Warning: Uncaught LogicException: second in %s:%d
Stack trace:
%A
  thrown in %s on line 6

Warning: Uncaught LogicException: third in %s:%d
Stack trace:
%A
  thrown in %s on line 7
