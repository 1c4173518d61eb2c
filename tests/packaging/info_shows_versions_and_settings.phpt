--TEST--
php --ri evloop prints versions, the backend, how it was built, and every setting
--EXTENSIONS--
evloop
--FILE--
<?php
(new ReflectionExtension('evloop'))->info();
?>
--EXPECTF--
evloop

evloop => enabled
Version => %d.%d.%s
Backend => %s
libuv header => 1.%d.%d
libuv run time => 1.%d.%d%A
OpenSSL%ADebug build => %s
Sanitizers => %s
Thread safety => %s

Directive => Local Value => Master Value
evloop.io_budget => 64 => 64
evloop.microtask_budget => 10000 => 10000
evloop.stack_size => 0 => 0
evloop.max_coroutines => 0 => 0
evloop.dns_cache_ttl => 30 => 30
evloop.block_warn_ms => 0 => 0
evloop.deadlock => warn => warn
