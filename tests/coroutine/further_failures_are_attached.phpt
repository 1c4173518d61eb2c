--TEST--
Further failures come in a ScopeException, in their order; the first is its previous
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{AggregateException, ScopeException};
use function Evloop\{async, delay, scope};

class Mine extends Exception {}
try {
    scope(function () {
        foreach (['second', 'third'] as $name) {
            async(function () use ($name) {
                try {
                    delay(60);
                } finally {
                    throw new LogicException($name);
                }
            });
        }
        async(fn () => delay(0.01) ?? throw new Mine('first'));
        delay(60);
    });
} catch (ScopeException $e) {
    echo $e->getMessage(), "\n";
    foreach ($e->getExceptions() as $i => $failure) {
        echo $i, ' ', $failure::class, ' ', $failure->getMessage(), "\n";
    }
    var_dump($e instanceof AggregateException, $e->getPrevious() === $e->getExceptions()[0]);
    echo get_class($e->getExceptions()[1]->getPrevious()), "\n";
}
?>
--EXPECT--
3 tasks of the scope failed, the first with Mine: first
0 Mine first
1 LogicException second
2 LogicException third
bool(true)
bool(true)
Evloop\CancelledError
