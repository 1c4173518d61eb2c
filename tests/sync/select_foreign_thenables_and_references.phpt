--TEST--
select(): objects with then() are awaited, and arms held by references cannot be changed behind its back
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, Deferred};
use function Evloop\{async, await, delay, select};

class Foreign
{
    private $callback;
    public function then(?callable $onFulfilled = null, ?callable $onRejected = null): static
    {
        $this->callback = $onFulfilled;
        return $this;
    }
    public function resolve(mixed $value): void
    {
        ($this->callback)($value);
    }
}
$foreign = new Foreign;
$channel = new Channel;
$chosen = async(fn () => select(['foreign' => $foreign, 'channel' => $channel->onReceive()]));
delay(0);
$foreign->resolve('from afar');
echo json_encode(await($chosen)), "\n";

$arms = ['it' => $channel->onReceive()];
$reference = &$arms['it'];
$chosen = async(fn () => select($arms));
delay(0);
$reference = null;
$arms = [];
gc_collect_cycles();
$channel->send('value');
echo json_encode(await($chosen)), "\n";

$many = array_map(fn () => new Deferred, range(0, 99));
$chosen = async(fn () => select(array_map(fn (Deferred $deferred) => $deferred->promise, $many)));
delay(0);
$many[42]->resolve('of a hundred');
echo json_encode(await($chosen)), "\n";
?>
--EXPECT--
["foreign","from afar"]
["it","value"]
[42,"of a hundred"]
