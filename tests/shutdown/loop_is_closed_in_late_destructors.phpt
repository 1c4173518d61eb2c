--TEST--
Destructors at the very end may still use the objects; the loop does not come back
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_VERSION_ID >= 80400) die('skip from PHP 8.4 on a destructor may wait');
?>
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\{async, await};

class Late
{
    public function __construct(private Deferred $deferred)
    {
    }

    public function __destruct()
    {
        $this->deferred->resolve(1);
        $this->deferred->promise->then(fn () => print("must not run\n"));
        var_dump(await($this->deferred->promise), $this->deferred->promise->state()->name);
        try {
            await((new Deferred)->promise);
        } catch (LogicException) {
            echo "cannot wait\n";
        }
        Loop::defer(fn () => print("must not run\n"))->cancel();
        async(fn () => print("must not run\n"));
        Promise::reject(new Exception)->ignore();
        echo "done\n";
    }
}
$late = new Late(new Deferred);
Loop::defer(fn () => print("loop ran\n"));
?>
--EXPECT--
loop ran
int(1)
string(9) "Fulfilled"
cannot wait
done
