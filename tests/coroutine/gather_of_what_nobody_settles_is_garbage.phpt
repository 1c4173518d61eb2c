--TEST--
A coroutine that gathers or waits for what nobody can settle any more is garbage: its finally blocks run
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};
use function Evloop\{async, gather, suspend, wait};

$start = function (callable $waits): WeakReference {
    $coroutine = async(function () use ($waits) {
        $promises = [(new Deferred)->promise, (new Deferred)->promise, (new Deferred)->promise];
        try {
            $waits($promises);
        } finally {
            echo "finally\n";
        }
    });
    suspend();
    suspend();
    return WeakReference::create($coroutine);
};
$gathers = $start(gather(...));
gc_collect_cycles();
var_dump($gathers->get());
$waits = $start(wait(...));
gc_collect_cycles();
var_dump($waits->get());
?>
--EXPECT--
finally
NULL
finally
NULL
