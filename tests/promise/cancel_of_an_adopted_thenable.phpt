--TEST--
Cancelling a promise that follows a foreign one calls its cancel()
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Promise;
use function Evloop\delay;

class Foreign
{
    public array $handlers = [];
    public function then(callable $resolve, callable $reject): void { $this->handlers = [$resolve, $reject]; }
    public function cancel(): void { echo "foreign cancelled\n"; }
}
$promise = Promise::resolve($foreign = new Foreign)->then();
delay(0);
$promise->cancel();
$foreign->handlers[0]('too late');
echo $promise->state()->name, "\n";
$early = Promise::resolve(new class { public function then() { echo "must not run\n"; } });
$early->cancel();
delay(0);
echo $early->state()->name, "\n";
?>
--EXPECT--
foreign cancelled
Rejected
Rejected
