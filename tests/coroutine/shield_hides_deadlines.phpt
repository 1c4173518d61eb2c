--TEST--
A deadline outside does not reach into a shield: it shows behind it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Scope, TimeoutException};
use function Evloop\{delay, scope, shield, timeout};

try {
    timeout(0.01, function () {
        echo shield(function () {
            var_dump(Scope::current()->deadline());
            try {
                timeout(0.01, fn () => delay(60));
            } catch (TimeoutException) {
                echo "a deadline inside holds\n";
            }
            return delay(0.02, "ended\n");
        });
        delay(60);
    });
} catch (TimeoutException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
NULL
a deadline inside holds
ended
Not done within 0.01 seconds
