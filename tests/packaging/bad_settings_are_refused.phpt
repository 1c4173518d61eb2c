--TEST--
A setting out of range is refused with its name, the range and the value, and keeps what it had
--EXTENSIONS--
evloop
--FILE--
<?php
foreach ([
    'io_budget' => ['0', '1000001', 'many', ''],
    'microtask_budget' => ['-1', '10 000'],
    'stack_size' => ['64K', '4096', '2G', '1X'],
    'max_coroutines' => ['-5'],
    'deadlock' => ['ignore'],
] as $name => $values) {
    $before = ini_get("evloop.$name");
    foreach ($values as $value) {
        var_dump(ini_set("evloop.$name", $value));
    }
    var_dump(ini_get("evloop.$name") === $before);
}
echo "\nAccepted:\n";
foreach (['io_budget' => '1', 'stack_size' => '256K', 'max_coroutines' => '100', 'deadlock' => 'throw'] as $name => $value) {
    ini_set("evloop.$name", $value);
    var_dump(ini_get("evloop.$name"));
}
?>
--EXPECTF--
Warning: ini_set(): evloop.io_budget must be between 1 and 1000000, "0" given in %s on line %d
bool(false)

Warning: ini_set(): evloop.io_budget must be between 1 and 1000000, "1000001" given in %s on line %d
bool(false)

Warning: ini_set(): evloop.io_budget must be between 1 and 1000000, "many" given in %s on line %d
bool(false)

Warning: ini_set(): evloop.io_budget must be between 1 and 1000000, "" given in %s on line %d
bool(false)
bool(true)

Warning: ini_set(): evloop.microtask_budget must be between 1 and 1000000000, "-1" given in %s on line %d
bool(false)

Warning: ini_set(): evloop.microtask_budget must be between 1 and 1000000000, "10 000" given in %s on line %d
bool(false)
bool(true)

Warning: ini_set(): evloop.stack_size must be 0 (for fiber.stack_size) or between 128K and 1024M, "64K" given in %s on line %d
bool(false)

Warning: ini_set(): evloop.stack_size must be 0 (for fiber.stack_size) or between 128K and 1024M, "4096" given in %s on line %d
bool(false)

Warning: ini_set(): evloop.stack_size must be 0 (for fiber.stack_size) or between 128K and 1024M, "2G" given in %s on line %d
bool(false)

Warning: ini_set(): evloop.stack_size must be 0 (for fiber.stack_size) or between 128K and 1024M, "1X" given in %s on line %d
bool(false)
bool(true)

Warning: ini_set(): evloop.max_coroutines must be 0 (for no limit) or between 1 and 1000000000, "-5" given in %s on line %d
bool(false)
bool(true)

Warning: ini_set(): evloop.deadlock must be one of warn, throw, off, "ignore" given in %s on line %d
bool(false)
bool(true)

Accepted:
string(1) "1"
string(4) "256K"
string(3) "100"
string(5) "throw"
