--TEST--
Without an error handler an unhandled rejection comes out of run(), or is uncaught at the end
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Promise};

Promise::reject(new LogicException('dropped'));
try {
    Loop::run();
} catch (LogicException $e) {
    echo 'run() threw: ', $e->getMessage(), "\n";
}
$held = Promise::reject(new LogicException('held to the end'));
echo "end of script\n";
?>
--EXPECTF--
run() threw: dropped
end of script

Fatal error: Uncaught LogicException: held to the end in %s:%d
Stack trace:
#0 %s(%d): [a promise made here was rejected, and nobody looked]()
#1 {main}
  thrown in %s on line %d
