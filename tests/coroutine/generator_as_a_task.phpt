--TEST--
A task that is a generator function is driven: what it yields is awaited and sent back in, failures are thrown in
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Context, Promise};
use function Evloop\{async, await, delay};

Context::set('user', 'ann');
$task = async(function (int $start): Generator {
    $one = yield async(fn () => delay(0.001, $start));
    try {
        yield Promise::reject(new LogicException('thrown in'));
    } catch (LogicException $e) {
        echo $e->getMessage(), "\n";
    }
    $two = yield from (function () {
        $inner = yield Promise::resolve(20);
        return $inner + 1;
    })();
    try {
        yield 'no awaitable';
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
    yield; // lets others run
    return [$one, $two, Context::get('user')];
}, 5);
echo json_encode(await($task)), "\n";
try {
    await(async(function () {
        yield Promise::resolve(1);
        throw new DomainException('out of it');
    }));
} catch (DomainException $e) {
    echo $e->getMessage(), "\n";
}
var_dump(await(async(fn (): Generator => (function () { return 'empty'; yield; })())));
?>
--EXPECT--
thrown in
A generator that is a task must yield a promise, an object with a then() method, or null to let others run, string yielded
[5,21,"ann"]
out of it
string(5) "empty"
