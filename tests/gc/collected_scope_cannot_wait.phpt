--TEST--
What a collected coroutine does in its finally blocks cannot wait, shielded or not; its children end with it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Deferred};
use function Evloop\{async, await, delay, scope, shield};

async(function () {
    try {
        scope(function () {
            async(function () {
                try {
                    await((new Deferred)->promise);
                } finally {
                    echo "the child ends\n";
                }
            });
            await((new Deferred)->promise);
        });
    } finally {
        foreach (['shield' => shield(...), 'scope' => scope(...)] as $name => $function) {
            try {
                echo $function(fn () => "$name works without waiting\n");
                $function(fn () => delay(0));
            } catch (Throwable $e) {
                echo $e::class, ': ', $e->getMessage(), "\n";
            }
        }
    }
});
delay(0);
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
shield works without waiting
LogicException: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
scope works without waiting
LogicException: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
the child ends
end
