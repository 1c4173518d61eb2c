--TEST--
Several coroutines need a class whose autoloader awaits: loaded once; what failed is tried by each
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay};

spl_autoload_register(function (string $class) {
    echo "loading $class\n";
    delay(0.005);
    if ($class === 'Broken') {
        throw new RuntimeException('the autoloader failed');
    }
    if ($class !== 'Missing') {
        eval("class $class " . ($class === 'Child' ? 'extends Base' : '') . ' {}');
    }
});
$make = fn (string $class) => async(function () use ($class) {
    try {
        return get_class(new $class);
    } catch (Throwable $e) {
        return get_class($e) . ': ' . $e->getMessage();
    }
});
foreach (['Wanted', 'Child', 'Missing', 'Broken'] as $class) {
    $waiting = [$make($class), $make($class), $make(strtolower($class) === 'child' ? 'Base' : $class)];
    echo implode(', ', array_map(await(...), $waiting)), "\n";
}
$exists = fn () => class_exists('Another');
var_dump(array_map(await(...), [async($exists), async($exists), async(fn () => class_exists('Another', false))]));
?>
--EXPECT--
loading Wanted
Wanted, Wanted, Wanted
loading Child
loading Base
Child, Child, Base
loading Missing
loading Missing
loading Missing
Error: Class "Missing" not found, Error: Class "Missing" not found, Error: Class "Missing" not found
loading Broken
loading Broken
loading Broken
RuntimeException: the autoloader failed, RuntimeException: the autoloader failed, RuntimeException: the autoloader failed
loading Another
array(3) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
  [2]=>
  bool(false)
}
