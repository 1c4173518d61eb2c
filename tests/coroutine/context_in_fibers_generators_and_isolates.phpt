--TEST--
A plain Fiber in a coroutine has its values; an isolated loop starts with them; {main} has its own
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Context, Loop};
use function Evloop\{async, await};

Context::set('who', '{main}');
(new Fiber(function () {
    echo 'a Fiber of {main}: ', Context::get('who'), "\n";
}))->start();
await(async(function () {
    Context::set('who', 'coroutine');
    $fiber = new Fiber(function () {
        echo 'its Fiber: ', Context::get('who'), "\n";
        await(async(fn () => print('what that starts: ' . Context::get('who') . "\n")));
        Context::set('who', 'changed in the Fiber');
    });
    $fiber->start();
    echo 'the coroutine: ', Context::get('who'), "\n";
    Loop::isolate(fn () => print('an isolated loop in it: ' . Context::get('who') . "\n"));
    $steps = (function () {
        yield Context::get('who');
        Context::set('who', 'changed in a generator');
    })();
    foreach ($steps as $who) {
        echo "a generator in it: $who\n";
    }
    echo 'the coroutine: ', Context::get('who'), "\n";
}));
Loop::isolate(fn () => print('an isolated loop: ' . Context::get('who') . "\n"));
echo '{main}: ', Context::get('who'), "\n";
?>
--EXPECT--
a Fiber of {main}: {main}
its Fiber: coroutine
what that starts: coroutine
the coroutine: changed in the Fiber
an isolated loop in it: changed in the Fiber
a generator in it: changed in the Fiber
the coroutine: changed in a generator
an isolated loop: {main}
{main}: {main}
