--TEST--
Context::set() in the body of scope(), timeout() or shield() holds behind it, in {main} and in Fibers as in coroutines
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Context;
use function Evloop\{async, await, delay, scope, shield, timeout};

$bodies = function (string $where): void {
    Context::set('a', 'before');
    scope(function () {
        Context::set('a', 'scope');
        async(fn () => Context::set('a', 'a child')); // its writes stay its own
        delay(0);
    });
    $seen[] = Context::get('a');
    timeout(5.0, fn () => scope(fn () => Context::set('a', 'timeout')));
    $seen[] = Context::get('a');
    try {
        shield(function () {
            Context::set('a', 'shield');
            throw new Exception('thrown');
        });
    } catch (Exception) {
        $seen[] = Context::get('a');
    }
    Context::with(['a' => 'with'], fn () => scope(fn () => Context::set('a', 'inside')));
    $seen[] = Context::get('a');
    echo $where, ': ', implode(', ', $seen), "\n";
};
$bodies('in {main}');
(new Fiber($bodies))->start('in a Fiber');
await(async($bodies, 'in a coroutine'));
await(async(fn () => (new Fiber($bodies))->start('in a Fiber of a coroutine')));
echo Context::get('a'), "\n";
?>
--EXPECT--
in {main}: scope, timeout, shield, shield
in a Fiber: scope, timeout, shield, shield
in a coroutine: scope, timeout, shield, shield
in a Fiber of a coroutine: scope, timeout, shield, shield
shield
