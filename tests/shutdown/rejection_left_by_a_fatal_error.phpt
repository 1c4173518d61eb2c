--TEST--
Promises that were rejected before a fatal error are freed after it, in any order, without harm
--EXTENSIONS--
evloop
--INI--
error_reporting=24575
--FILE--
<?php
use Evloop\{Loop, Promise};

for ($i = 0; $i < 5; $i++) {
    $held[] = Promise::reject(new LogicException("rejection $i"));
}
register_shutdown_function(function () use (&$held) {
    unset($held[2], $held[0]);
    gc_collect_cycles();
    echo "shutdown function\n";
});
Loop::queue(fn () => trigger_error('fatal', E_USER_ERROR));
Loop::run();
?>
--EXPECTF--
Fatal error: fatal in %s on line %d
shutdown function
