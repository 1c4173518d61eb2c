--TEST--
resolve() adopts promises, coroutines and objects with a then() of others
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Promise};
use function Evloop\{async, await, delay};

class Thenable
{
    public function __construct(private Closure $then)
    {
    }

    public function then(callable $resolve, callable $reject): void
    {
        ($this->then)($resolve, $reject);
    }
}

$promise = Promise::resolve(1);
var_dump(Promise::resolve($promise) === $promise);
var_dump(await(Promise::resolve(async(function () {
    delay(0.001);
    return 'coroutine';
}))));
$cases = [
    'resolves' => fn ($resolve) => $resolve('value'),
    'with a promise' => fn ($resolve) => $resolve(Promise::resolve('inner')),
    'with a thenable' => fn ($resolve) => $resolve(new Thenable(fn ($again) => $again('nested'))),
    'rejects' => fn ($resolve, $reject) => $reject(new LogicException('reason')),
    'throws' => fn () => throw new LogicException('thrown'),
    'throws too late' => fn ($resolve) => $resolve('settled') || throw new LogicException('ignored'),
    'twice' => fn ($resolve, $reject) => [$resolve('first'), $reject(new LogicException('ignored')), $resolve('ignored')],
];
foreach ($cases as $name => $then) {
    $deferred = new Deferred;
    $deferred->resolve(new Thenable($then));
    try {
        $result = await($deferred->promise);
    } catch (LogicException $e) {
        $result = $e->getMessage();
    }
    echo "$name: $result\n";
}
?>
--EXPECT--
bool(true)
string(9) "coroutine"
resolves: value
with a promise: inner
with a thenable: nested
rejects: reason
throws: thrown
throws too late: settled
twice: first
