--TEST--
Cycles through a parked coroutine, its closure, its Fiber and its frame are collected
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

class Node
{
    public array $held = [];
}
foreach (['not at all', 'in the cycle', 'by the frame', 'weakly'] as $how) {
    $finally = false;
    $weak = null;
    (function () use ($how, &$finally, &$weak) {
        $node = new Node;
        $node->held[] = async(function () use ($node, $how, &$finally, &$weak) {
            match ($how) {
                'not at all' => null,
                'in the cycle' => $node->held[] = Fiber::getCurrent(),
                'by the frame' => $me = Fiber::getCurrent(),
                'weakly' => $weak = WeakReference::create(Fiber::getCurrent()),
            };
            try {
                await((new Deferred)->promise);
            } finally {
                $finally = true;
            }
        });
        $node->held[] = WeakReference::create($node);
    })();
    suspend();
    suspend();
    echo $finally ? "too early\n" : "alive, ";
    gc_collect_cycles();
    echo $finally ? 'collected' : 'leaked', ", Fiber held $how\n";
}
var_dump($weak->get());
?>
--EXPECT--
alive, collected, Fiber held not at all
alive, collected, Fiber held in the cycle
alive, collected, Fiber held by the frame
alive, collected, Fiber held weakly
NULL
