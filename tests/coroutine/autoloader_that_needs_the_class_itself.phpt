--TEST--
An autoloader that asks for the very class it loads gets "no", as without coroutines
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay};

spl_autoload_register(function (string $class) {
    delay(0.001);
    echo $class, ' inside: ', var_export(class_exists($class), true), "\n";
    eval("class $class {}");
});
echo get_class(await(async(fn () => new First))), "\n";
echo get_class(new Second), "\n";

// Two that need each other while they load.
spl_autoload_register(function (string $class) {
    echo "second loader, $class\n";
}, true, true);
$a = async(fn () => get_class(new Third));
$b = async(fn () => get_class(new Fourth));
echo implode(' ', [await($a), await($b)]), "\n";
?>
--EXPECT--
First inside: false
First
Second inside: false
Second
second loader, Third
second loader, Fourth
Third inside: false
Fourth inside: false
Third Fourth
