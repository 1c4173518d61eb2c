--TEST--
A script that uses nothing but promises has its handlers called at the end, and its rejections told
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Promise;

Promise::resolve('value')->then(fn (string $value) => print("handler: $value\n"));
$held = Promise::reject(new LogicException('nobody looks'));
echo "end of script\n";
?>
--EXPECTF--
end of script
handler: value

Fatal error: Uncaught LogicException: nobody looks in %s:%d
Stack trace:
#0 %s(5): [a promise made here was rejected, and nobody looked]()
#1 {main}
  thrown in %s on line %d
