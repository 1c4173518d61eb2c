--TEST--
Dns: a look-up that hangs can be left by a timeout or a cancellation, and holds up nothing else
--EXTENSIONS--
evloop
--SKIPIF--
<?php require dirname(__DIR__) . '/include/names_skip.inc'; ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/names.inc';
names_run(<<<'PHP'
	<?php
	use Evloop\{CancelledError, Dns, Loop, ServerSocket, Socket, TimeoutException};
	use function Evloop\{async, await, delay, timeout};

	$begun = hrtime(true);
	$hanging = [];
	for ($i = 0; $i < 50; $i++) {
		$hanging[] = async(fn () => Dns::resolve('slow.test', null, 0.05));
	}
	$cancelled = async(fn () => Socket::connect('tcp://slow.test:1'));
	$scoped = async(fn () => timeout(0.05, fn () => Dns::resolve('slow.test')));
	delay(0.02);
	$cancelled->cancel();
	echo count(Dns::resolve('quick.test')), "\n";
	$failures = [];
	foreach ([...$hanging, $cancelled, $scoped] as $promise) {
		try {
			await($promise);
		} catch (TimeoutException | CancelledError $e) {
			$failures[$e::class] = ($failures[$e::class] ?? 0) + 1;
			$last ??= $e->getMessage();
		}
	}
	print_r($failures);
	echo $last, "\n";
	echo (hrtime(true) - $begun) / 1e9 < 0.5 ? 'nothing waited' : 'too late', "\n";
	/* The look-up goes on, and who asks joins it. */
	echo implode(Dns::resolve('slow.test')), "\n";
	PHP);
?>
--EXPECT--
look-up of slow.test
look-up of quick.test
1
Array
(
    [Evloop\TimeoutException] => 51
    [Evloop\CancelledError] => 1
)
resolve slow.test: no answer within 0.05 seconds
nothing waited
127.0.0.1
