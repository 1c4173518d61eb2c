--TEST--
A scope whose time is zero is cancelled at its first suspension; a body without one returns
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\TimeoutException;
use function Evloop\{delay, scope, timeout};

echo timeout(0.0, fn () => 'no suspension'), "\n";
try {
    timeout(0.0, function () {
        echo "begins\n";
        delay(10);
        echo "must not run\n";
    });
} catch (TimeoutException $e) {
    echo $e->getMessage(), "\n";
}
foreach ([-1.0, NAN, INF] as $wrong) {
    foreach ([fn () => timeout($wrong, fn () => print("must not run\n")), fn () => scope(fn () => print("must not run\n"), $wrong)] as $call) {
        try {
            $call();
        } catch (ValueError $e) {
            echo $e->getMessage(), "\n";
        }
    }
}
?>
--EXPECT--
no suspension
begins
Not done within 0 seconds
Evloop\timeout(): Argument #1 ($seconds) must be a number of seconds between 0 and 3.2e+9
Evloop\scope(): Argument #2 ($timeout) must be a number of seconds between 0 and 3.2e+9
Evloop\timeout(): Argument #1 ($seconds) must be a number of seconds between 0 and 3.2e+9
Evloop\scope(): Argument #2 ($timeout) must be a number of seconds between 0 and 3.2e+9
Evloop\timeout(): Argument #1 ($seconds) must be a number of seconds between 0 and 3.2e+9
Evloop\scope(): Argument #2 ($timeout) must be a number of seconds between 0 and 3.2e+9
