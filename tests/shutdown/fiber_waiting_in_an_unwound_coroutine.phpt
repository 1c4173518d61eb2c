--TEST--
At the end a coroutine is unwound before the plain Fiber that awaits inside of it: its trace ends at its own bottom
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=off
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, delay, suspend};

class Traced
{
    public static array $held = [];

    public static function wait(Closure $inner): void
    {
        $fiber = self::$held[] = new Fiber(function () use ($inner) {
            try {
                $inner();
            } finally {
                for ($i = 0; $i < 3; $i++) {
                    echo preg_replace('~\S*/|\(\d+\)~', '', (new Exception)->getTraceAsString()), "\n";
                }
            }
        });
        $fiber->start();
    }
}
$never = fn () => await((new Deferred)->promise);
async(fn () => Traced::wait($never));
async(fn () => Traced::wait(fn () => Traced::wait($never)));
suspend();
suspend();
$filler = array_map(fn ($n) => str_repeat('x', $n), range(1, 2000));
echo "end of script\n";
?>
--EXPECTF--
end of script
#0 [internal function]: Traced::{closure%S}()
#1 {main}
%A
