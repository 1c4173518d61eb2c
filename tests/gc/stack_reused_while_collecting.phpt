--TEST--
A collection unwinds coroutines while its destructors start new ones on their stacks
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await, delay, suspend};

class Starts
{
    public mixed $self;

    public function __destruct()
    {
        async(function () {
            delay(0.001);
            $GLOBALS['late']++;
        });
        try {
            delay(0.001);
        } catch (LogicException) {
            // before 8.4
        }
    }
}
$run = function () {
    for ($i = 0; $i < 3; $i++) {
        $node = new Starts;
        $node->self = async(function () use ($node) {
            try {
                await((new Deferred)->promise);
            } finally {
                $GLOBALS['unwound']++;
            }
        });
        unset($node);
    }
    suspend();
    suspend();
    gc_collect_cycles();
};
foreach (['main' => $run, 'coroutine' => fn () => await(async($run))] as $where => $call) {
    $late = $unwound = 0;
    $call();
    Loop::run();
    echo "$where: $late late, $unwound unwound\n";
}
?>
--EXPECT--
main: 3 late, 3 unwound
coroutine: 3 late, 3 unwound
