--TEST--
A promise holds its value or reason, a reaction what it captured, no longer than needed
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise};
use function Evloop\await;

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
$deferred = new Deferred;
$tracked = new Tracked('captured by the handler');
$deferred->promise->then(fn () => [$tracked]);
unset($tracked);
$deferred->resolve(new Tracked('value'));
Loop::run();
echo "ran\n";
unset($deferred);
echo "dropped the deferred\n";
$pending = new Deferred;
$tracked = new Tracked('handler of one that never settles');
$pending->promise->then(fn () => $tracked)->finally(fn () => $tracked);
unset($tracked, $pending);
echo "end\n";
?>
--EXPECT--
captured by the handler freed
ran
value freed
dropped the deferred
handler of one that never settles freed
end
