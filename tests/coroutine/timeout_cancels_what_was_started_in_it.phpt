--TEST--
What the body awaits is cancelled with it when it was started in it, else only the waiting ends
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\TimeoutException;
use function Evloop\{async, await, delay, timeout};

$sleep = function (string $name) {
    try {
        return delay(0.4, "$name goes on");
    } finally {
        echo "$name ends\n";
    }
};
$outside = async($sleep, 'outside');
try {
    timeout(0.01, function () use ($outside, $sleep) {
        async($sleep, 'inside');
        await($outside);
    });
} catch (TimeoutException) {
    echo "late\n";
}
echo await($outside), "\n";
?>
--EXPECT--
inside ends
late
outside ends
outside goes on
