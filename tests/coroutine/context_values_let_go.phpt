--TEST--
Values go when nobody has them any more; a destructor of one that is replaced sees the new one
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Context;
use function Evloop\{async, await, delay};

class Value
{
    public function __construct(public string $name) {}
    public function __destruct()
    {
        $now = Context::get('value');
        echo "$this->name goes, now there is ", $now->name ?? 'nothing', "\n";
        Context::set('from a destructor', 1);
    }
}
Context::set('value', new Value('first'));
Context::set('value', new Value('second'));
$child = async(function () {
    Context::set('value', new Value("the child's"));
});
await($child);
echo "the child has ended\n";
Context::with(['value' => new Value('of with()')], fn () => null);
$cycle = new ArrayObject;
$cycle['child'] = async(function () use ($cycle) {
    Context::set('cycle', [$cycle, new Value('in a cycle')]);
    await((new Evloop\Deferred)->promise);
});
delay(0.001);
unset($cycle);
gc_collect_cycles();
echo "collected\n";
Context::set('value', null);
?>
--EXPECT--
first goes, now there is second
the child's goes, now there is nothing
the child has ended
of with() goes, now there is second
in a cycle goes, now there is second
collected
second goes, now there is nothing
