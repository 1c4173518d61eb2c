--TEST--
What still waits at the end is unwound: finally and destructors run, nothing can wait any more
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=off
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{async, await, delay, suspend};

class Tracked
{
    public function __construct(private string $name)
    {
    }

    public function __destruct()
    {
        echo "$this->name freed\n";
    }
}
foreach ([1 => fn () => await((new Deferred)->promise), fn () => Fiber::suspend()] as $n => $wait) {
    $keep[] = async(function () use ($n, $wait) {
        $tracked = new Tracked("local $n");
        try {
            $wait();
            echo "woke\n";
        } catch (Throwable $e) {
            echo 'caught ', get_class($e), "\n";
        } finally {
            echo "finally $n\n";
            try {
                delay(0.001);
                echo "waited\n";
            } catch (LogicException | FiberError $e) {
                echo "cannot wait\n";
            }
        }
    });
}
register_shutdown_function(fn () => print("shutdown function\n"));
suspend();
echo "end of script\n";
?>
--EXPECT--
end of script
shutdown function
finally 1
cannot wait
local 1 freed
finally 2
cannot wait
local 2 freed
