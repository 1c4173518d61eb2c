--TEST--
The user's exception handler gets what nobody takes in the automatic run
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\async;

set_exception_handler(fn (Throwable $e) => print("handler: {$e->getMessage()}\n"));
register_shutdown_function(fn () => print("shutdown function\n"));
async(fn () => throw new LogicException('nobody takes it'));
?>
--EXPECT--
handler: nobody takes it
shutdown function
