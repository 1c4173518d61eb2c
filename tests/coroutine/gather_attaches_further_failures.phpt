--TEST--
gather(): several failures come as a ScopeException; with $returnExceptions each stands among the results
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\ScopeException;
use function Evloop\{delay, gather, suspend};

$tasks = [
    'a' => function () {
        suspend();
        throw new LogicException('a');
    },
    'b' => function () {
        try {
            delay(1);
        } finally {
            throw new RuntimeException('b');
        }
    },
    'c' => fn () => 'fine',
];
try {
    gather($tasks);
} catch (ScopeException $e) {
    echo $e->getMessage(), "\n", get_class($e->getPrevious()), "\n";
    foreach ($e->getExceptions() as $failure) {
        echo get_class($failure), ' ', $failure->getMessage(), "\n";
    }
}
$tasks['b'] = fn () => throw new RuntimeException('b');
foreach (gather($tasks, returnExceptions: true) as $key => $result) {
    echo $key, ' => ', is_object($result) ? get_class($result) : $result, "\n";
}
?>
--EXPECT--
2 tasks of the scope failed, the first with LogicException: a
LogicException
LogicException a
RuntimeException b
a => LogicException
b => RuntimeException
c => fine
