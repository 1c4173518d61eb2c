--TEST--
Dns: literals are their own answer; wrong hosts, families, addresses and timeouts are refused
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\Dns;

foreach (['127.0.0.1', '::1', '[::1]', '2001:DB8:0::1'] as $literal) {
    echo implode(',', Dns::resolve($literal)), "\n";
}
foreach (['', 'a..b', "a\0b", '1.2.3', 'a b', str_repeat('a', 300), '127.0.0.1:80'] as $host) {
    echo substr(trim(net_failure(fn () => Dns::resolve($host))), 0, 100), "\n";
}
echo net_failure(fn () => Dns::resolve('localhost', 77));
echo net_failure(fn () => Dns::resolve('localhost', timeout: -1.0));
echo net_failure(fn () => Dns::resolve('localhost', timeout: NAN));
echo preg_replace('/failed.*/', 'failed', net_failure(fn () => Dns::resolve('::1', STREAM_PF_INET)));
foreach (['localhost', '', '1.2.3', "127.0.0.1\0"] as $ip) {
    echo net_failure(fn () => Dns::reverse($ip));
}
echo net_failure(fn () => Dns::reverse('127.0.0.1', INF));
echo net_failure(fn () => new Dns());
echo net_failure(fn () => (new ReflectionClass(Dns::class))->newInstanceWithoutConstructor());
?>
--EXPECTF--
127.0.0.1
::1
::1
2001:db8::1
ValueError: Evloop\Dns::resolve(): Argument #1 ($host) is not a valid host: %s
ValueError: Evloop\Dns::resolve(): Argument #1 ($host) is not a valid host: %s
ValueError: Evloop\Dns::resolve(): Argument #1 ($host) is not a valid host: %s
ValueError: Evloop\Dns::resolve(): Argument #1 ($host) is not a valid host: %s
ValueError: Evloop\Dns::resolve(): Argument #1 ($host) is not a valid host: %s
ValueError: Evloop\Dns::resolve(): Argument #1 ($host) is not a valid host: %s
ValueError: Evloop\Dns::resolve(): Argument #1 ($host) is not a valid host: %s
ValueError: Evloop\Dns::resolve(): Argument #2 ($family) must be AF_INET (STREAM_PF_INET), AF_INET6 (STREAM_PF_INET6) or null, 77 given
ValueError: Evloop\Dns::resolve(): Argument #3 ($timeout) must be %s
ValueError: Evloop\Dns::resolve(): Argument #3 ($timeout) must be %s
Evloop\DnsException: resolve ::1 failed
ValueError: Evloop\Dns::reverse(): Argument #1 ($ip) must be an IP address, "localhost" given
ValueError: Evloop\Dns::reverse(): Argument #1 ($ip) is not a valid host: %s
ValueError: Evloop\Dns::reverse(): Argument #1 ($ip) is not a valid host: %s
ValueError: Evloop\Dns::reverse(): Argument #1 ($ip) is not a valid host: %s
ValueError: Evloop\Dns::reverse(): Argument #2 ($timeout) must be %s
Error: Call to private Evloop\Dns::__construct() from global scope
ReflectionException: %s
