--TEST--
Random operations on promises, in every callback and state, end well and leave nothing
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=off
zend.exception_ignore_args=1
--FILE--
<?php
require __DIR__ . '/../include/promise_stress.inc';

$seed = (int) (getenv('EVLOOP_SEED') ?: 1);
for ($i = 0; $i < 10; $i++) {
    if ($left = Stress::run($seed + $i, 2000)) {
        echo "seed ", $seed + $i, ": $left are left\n";
    }
}
echo "done\n";
?>
--EXPECT--
done
