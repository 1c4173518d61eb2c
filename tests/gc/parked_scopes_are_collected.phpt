--TEST--
A coroutine parked in a scope whose promise is garbage is collected: its finally blocks run, its children's, too
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Scope};
use function Evloop\{async, await, delay, scope};

foreach (['body', 'child', 'both'] as $who) {
    $ends = new ArrayObject;
    (function () use ($who, $ends) {
        $deferred = new Deferred;
        $wait = function (string $name) use ($deferred, $ends) {
            try {
                await($deferred->promise);
            } finally {
                $ends[] = $name;
            }
        };
        async(function () use ($wait, $who, $ends) {
            try {
                scope(function (Scope $scope) use ($wait, $who) {
                    $who !== 'body' && $scope->async($wait, 'child');
                    $who !== 'child' && $wait('body');
                });
            } finally {
                $ends[] = 'outside of the scope';
            }
        });
    })();
    delay(0);
    gc_collect_cycles();
    $ends->asort();
    echo "$who: ", implode(', ', (array) $ends), "\n";
}
?>
--EXPECT--
body: body, outside of the scope
child: child, outside of the scope
both: body, child, outside of the scope
