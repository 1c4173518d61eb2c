--TEST--
10,000 coroutines, each started in a scope of the one before, are cancelled at once
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Scope};
use function Evloop\{async, await, delay, scope, suspend};

$depth = $unwound = 0;
$nest = function () use (&$nest, &$depth, &$unwound) {
    scope(function () use (&$nest, &$depth, &$unwound) {
        if (++$depth < 10000) {
            async($nest);
        }
        try {
            delay(60);
        } finally {
            $unwound++;
        }
    });
};
try {
    scope(function (Scope $scope) use ($nest, &$depth) {
        async($nest);
        while ($depth < 10000) {
            suspend();
        }
        $scope->cancel();
        suspend();
    });
} catch (CancelledError) {
    echo "$unwound unwound\n";
}
$depth = 0;
$chain = function () use (&$chain, &$depth) {
    $depth++;
    return scope(fn () => $depth < 10000 ? await(async($chain)) : throw new Exception('from the deepest'));
};
try {
    scope($chain);
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
10000 unwound
from the deepest
