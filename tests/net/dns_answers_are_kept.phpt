--TEST--
Dns: answers are kept for evloop.dns_cache_ttl seconds, for whoever asks, until flush()
--EXTENSIONS--
evloop
--SKIPIF--
<?php require dirname(__DIR__) . '/include/names_skip.inc'; ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/names.inc';
names_run(<<<'PHP'
	<?php
	use Evloop\{Dns, DnsException, ServerSocket, Socket};
	use function Evloop\{async, await, gather};

	echo implode(',', Dns::resolve('a.test')), ' ', implode(',', Dns::resolve('A.TEST')), "\n";
	$server = ServerSocket::listen('tcp://127.0.0.1:0');
	preg_match('/\d+$/', $server->localAddress(), $port);
	Socket::connect("tcp://a.test:$port[0]");
	echo "connected\n";
	Dns::flush();
	echo count(Dns::resolve('a.test')), "\n";
	echo implode(',', Dns::resolve('a.test', STREAM_PF_INET)), "\n";
	for ($i = 0; $i < 3; $i++) {
		try {
			Dns::resolve('none.test');
		} catch (DnsException $e) {
			echo $e->getMessage(), ' ', $e->name, "\n";
		}
	}
	echo count(gather(array_fill(0, 100, fn () => Dns::resolve('many.test')))), "\n";
	echo Dns::reverse('127.1.2.3'), ' ', Dns::reverse('127.1.2.3'), "\n";
	Dns::resolve('bücher.test');
	ini_set('evloop.dns_cache_ttl', 0);
	Dns::resolve('a.test');
	Dns::resolve('a.test');
	PHP);
?>
--EXPECT--
look-up of a.test
127.0.0.1 127.0.0.1
connected
look-up of a.test
1
look-up of a.test
127.0.0.1
look-up of none.test
resolve none.test failed: unknown node or service (EAI_NONAME) EAI_NONAME
resolve none.test failed: unknown node or service (EAI_NONAME) EAI_NONAME
resolve none.test failed: unknown node or service (EAI_NONAME) EAI_NONAME
look-up of many.test
100
look-up of 127.1.2.3
back.test back.test
look-up of xn--bcher-kva.test
look-up of a.test
look-up of a.test
