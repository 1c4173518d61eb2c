--TEST--
timeout(): the body is cancelled, has ended when TimeoutException is thrown; a body in time returns its value
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, TimeoutException};
use function Evloop\{delay, shield, timeout};

echo timeout(5.0, fn () => delay(0, 'in time')), "\n";
try {
    timeout(0.01, function () {
        try {
            delay(60);
        } catch (CancelledError $e) {
            echo $e->getPrevious()::class, "\n";
            throw $e;
        } finally {
            shield(fn () => delay(0.02));
            echo "the body has ended\n";
        }
    });
} catch (TimeoutException $e) {
    echo $e->getMessage(), "\n";
}
try {
    timeout(0.01, function () {
        try {
            delay(60);
        } catch (CancelledError) {
            return 'must not be returned';
        }
    });
} catch (TimeoutException) {
    echo "late is late, even if the body returned\n";
}
?>
--EXPECT--
in time
Evloop\TimeoutException
the body has ended
Not done within 0.01 seconds
late is late, even if the body returned
