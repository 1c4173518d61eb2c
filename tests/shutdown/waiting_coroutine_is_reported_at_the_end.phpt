--TEST--
evloop.deadlock=warn: who still waits when the loop has ended is listed in a warning
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await};

$deferred = new Deferred;
$coroutine = async(function () use ($deferred) {
    try {
        await($deferred->promise);
    } finally {
        echo "finally\n";
    }
})->setName('waits for ever');
register_shutdown_function(fn () => print("shutdown function\n"));
?>
--EXPECTF--
Warning: evloop: coroutines wait for what can never happen any more:
  #1 "waits for ever" started at %swaiting_coroutine_is_reported_at_the_end.php:6 waits at %swaiting_coroutine_is_reported_at_the_end.php:8 for Evloop\Promise made at %swaiting_coroutine_is_reported_at_the_end.php:5 in Unknown on line 0
shutdown function
finally
