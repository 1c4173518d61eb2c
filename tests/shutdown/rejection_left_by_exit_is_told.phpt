--TEST--
Rejections that nobody has looked at when exit() ends the program are told as warnings
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise};

Loop::setErrorHandler(fn (Throwable $e) => print("must not run\n"));
$cycle = new ArrayObject;
$cycle['self'] = $cycle;
$cycle['rejected'] = Promise::reject(new LogicException('held in a cycle'));
$held = Promise::reject(new LogicException('held'));
exit(0);
?>
--EXPECTF--
Warning: Uncaught LogicException: held in %s:8
Stack trace:
#0 {main}
  thrown in %s on line 8

Warning: Uncaught LogicException: held in a cycle in %s:7
Stack trace:
#0 {main}
  thrown in %s on line 7
