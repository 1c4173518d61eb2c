--TEST--
Options: defaults, read-only, and a ValueError or TypeError that names the parameter
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{ConnectOptions, ListenOptions, StreamOptions, Timeouts};

foreach ([ConnectOptions::class, ListenOptions::class, StreamOptions::class, Timeouts::class] as $class) {
    $object = new $class();
    foreach ((new ReflectionClass($class))->getConstructor()->getParameters() as $i => $parameter) {
        $property = (new ReflectionClass($class))->getProperties()[$i];
        $property->name === $parameter->name && $property->isReadOnly() && (string) $property->getType() === (string) $parameter->getType()
            && $property->getValue($object) === $parameter->getDefaultValue() || print("$class::$parameter->name\n");
    }
    echo net_failure(fn () => $object->__construct());
    echo net_failure(fn () => $object->nothing = 1);
    echo net_failure(fn () => new $class(...array_fill(0, 20, null)));
}
echo net_failure(fn () => new StreamOptions(readBuffer: 1023));
echo net_failure(fn () => new StreamOptions(highWaterMark: PHP_INT_MAX));
echo net_failure(fn () => new StreamOptions('many'));
foreach ([0.0, -1.0, NAN, INF, 1e300, 'soon'] as $seconds) {
    echo net_failure(fn () => new Timeouts(read: $seconds));
}
echo net_failure(fn () => new ListenOptions(backlog: 0));
echo net_failure(fn () => new ListenOptions(maxConnections: 0));
echo net_failure(fn () => new ListenOptions(tls: new stdClass));
echo net_failure(fn () => new ListenOptions(stream: new Timeouts));
foreach (['', 'localhost', '127.0.0.1:70000', "127.0.0.1\0", '1.2.3', '[::1'] as $address) {
    echo net_failure(fn () => new ConnectOptions(bindTo: $address));
}
foreach (['127.0.0.1', '127.0.0.1:5000', '::1', '[::1]', '[::1]:5000'] as $address) {
    echo (new ConnectOptions(bindTo: $address))->bindTo, ' ';
}
?>
--EXPECT--
Error: Cannot construct Evloop\ConnectOptions again
Error: Cannot create dynamic property Evloop\ConnectOptions::$nothing
ArgumentCountError: Evloop\ConnectOptions::__construct() expects at most 5 arguments, 20 given
Error: Cannot construct Evloop\ListenOptions again
Error: Cannot create dynamic property Evloop\ListenOptions::$nothing
ArgumentCountError: Evloop\ListenOptions::__construct() expects at most 9 arguments, 20 given
Error: Cannot construct Evloop\StreamOptions again
Error: Cannot create dynamic property Evloop\StreamOptions::$nothing
ArgumentCountError: Evloop\StreamOptions::__construct() expects at most 2 arguments, 20 given
Error: Cannot construct Evloop\Timeouts again
Error: Cannot create dynamic property Evloop\Timeouts::$nothing
ArgumentCountError: Evloop\Timeouts::__construct() expects at most 6 arguments, 20 given
ValueError: Evloop\StreamOptions::__construct(): Argument #1 ($readBuffer) must be between 1024 and 1073741824
ValueError: Evloop\StreamOptions::__construct(): Argument #2 ($highWaterMark) must be between 1024 and 1073741824
TypeError: Evloop\StreamOptions::__construct(): Argument #1 ($readBuffer) must be of type int, string given
ValueError: Evloop\Timeouts::__construct(): Argument #3 ($read) must be a number of seconds above 0 and up to 3.2e+9, or null for no limit
ValueError: Evloop\Timeouts::__construct(): Argument #3 ($read) must be a number of seconds above 0 and up to 3.2e+9, or null for no limit
ValueError: Evloop\Timeouts::__construct(): Argument #3 ($read) must be a number of seconds above 0 and up to 3.2e+9, or null for no limit
ValueError: Evloop\Timeouts::__construct(): Argument #3 ($read) must be a number of seconds above 0 and up to 3.2e+9, or null for no limit
ValueError: Evloop\Timeouts::__construct(): Argument #3 ($read) must be a number of seconds above 0 and up to 3.2e+9, or null for no limit
TypeError: Evloop\Timeouts::__construct(): Argument #3 ($read) must be of type ?float, string given
ValueError: Evloop\ListenOptions::__construct(): Argument #1 ($backlog) must be between 1 and 65535
ValueError: Evloop\ListenOptions::__construct(): Argument #5 ($maxConnections) must be between 1 and 2147483647, or null
TypeError: Evloop\ListenOptions::__construct(): Argument #4 ($tls) must be of type ?Evloop\TlsOptions, stdClass given
TypeError: Evloop\ListenOptions::__construct(): Argument #9 ($stream) must be of type ?Evloop\StreamOptions, Evloop\Timeouts given
ValueError: Evloop\ConnectOptions::__construct(): Argument #3 ($bindTo) must be an IP address, with or without a port: "192.0.2.1", "192.0.2.1:PORT", "[2001:db8::1]:PORT"
ValueError: Evloop\ConnectOptions::__construct(): Argument #3 ($bindTo) must be an IP address, with or without a port: "192.0.2.1", "192.0.2.1:PORT", "[2001:db8::1]:PORT"
ValueError: Evloop\ConnectOptions::__construct(): Argument #3 ($bindTo) must be an IP address, with or without a port: "192.0.2.1", "192.0.2.1:PORT", "[2001:db8::1]:PORT"
ValueError: Evloop\ConnectOptions::__construct(): Argument #3 ($bindTo) must be an IP address, with or without a port: "192.0.2.1", "192.0.2.1:PORT", "[2001:db8::1]:PORT"
ValueError: Evloop\ConnectOptions::__construct(): Argument #3 ($bindTo) must be an IP address, with or without a port: "192.0.2.1", "192.0.2.1:PORT", "[2001:db8::1]:PORT"
ValueError: Evloop\ConnectOptions::__construct(): Argument #3 ($bindTo) must be an IP address, with or without a port: "192.0.2.1", "192.0.2.1:PORT", "[2001:db8::1]:PORT"
127.0.0.1 127.0.0.1:5000 ::1 [::1] [::1]:5000
