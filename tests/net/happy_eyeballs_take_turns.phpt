--TEST--
Connecting to a name: the families of its addresses take turns, beginning with that of the first one; bindTo leaves one of them
--EXTENSIONS--
evloop
--SKIPIF--
<?php require dirname(__DIR__) . '/include/names_skip.inc'; ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/names.inc';
names_run(<<<'PHP'
	<?php
	use Evloop\{ConnectOptions, Socket, SocketException};

	foreach ([null, new ConnectOptions(bindTo: '127.0.0.1')] as $options) {
		try {
			Socket::connect('tcp://mixed.test:1', $options);
		} catch (SocketException $e) {
			echo $e->getMessage(), "\n";
		}
	}
	PHP);
?>
--EXPECT--
look-up of mixed.test
connect to 2001:db8::1
connect to 192.0.2.101
connect to 2001:db8::2
connect to 192.0.2.102
connect to 2001:db8::3
connect tcp://mixed.test:1 failed: connection refused (ECONNREFUSED)
connect to 192.0.2.101
connect to 192.0.2.102
connect tcp://mixed.test:1 failed: connection refused (ECONNREFUSED)
