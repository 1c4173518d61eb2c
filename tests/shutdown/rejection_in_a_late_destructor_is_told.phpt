--TEST--
A rejection that is made too late for a handler is told as a warning, never lost
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise};

class Late
{
    public function __destruct()
    {
        Promise::reject(new LogicException('too late'));
    }
}
$late = new Late;
Loop::run();
?>
--EXPECTF--
Warning: Uncaught LogicException: too late in %s:%d
Stack trace:
#0 [internal function]: Late->__destruct()
#1 %s(%d): [a promise made here was rejected, and nobody looked]()
#2 {main}
  thrown in %s on line %d
