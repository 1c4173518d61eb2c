--TEST--
Dns: neither other look-ups nor the end of an isolated loop, a child or the process wait for twenty names that hang
--EXTENSIONS--
pcntl
evloop
--SKIPIF--
<?php require dirname(__DIR__) . '/include/names_skip.inc'; ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/names.inc';
names_run(<<<'PHP'
	<?php
	use Evloop\{Dns, Loop, TimeoutException};
	use function Evloop\{async, await, gather};

	$hang = function (int $i): string {
		try {
			return implode(Dns::resolve("hang-$i.test", null, 0.2));
		} catch (TimeoutException $e) {
			return $e::class;
		}
	};
	$begun = hrtime(true);
	$tasks = array_map(fn (int $i) => fn () => $hang($i), range(1, 20));
	print_r(array_count_values(gather($tasks)));
	echo implode(Dns::resolve('quick.test')), "\n";
	echo Loop::isolate(fn () => $hang(1)), "\n";
	$child = pcntl_fork();
	if ($child === 0) {
		echo implode(Dns::resolve('childs.test')), "\n";
		exit(7);
	}
	pcntl_waitpid($child, $status);
	echo pcntl_wexitstatus($status), "\n";
	try {
		Dns::resolve('slow.test', null, 0.2);
	} catch (TimeoutException $e) {
		echo (hrtime(true) - $begun) / 1e9 < 30 ? $e->getMessage() : 'something waited', "\n";
	}
	PHP);
?>
--EXPECTREGEX--
(look-up of hang-\d+\.test\n){1,20}Array
\(
    \[Evloop\\TimeoutException\] => 20
\)
look-up of quick\.test
127\.0\.0\.1
(look-up of hang-1\.test
)?Evloop\\TimeoutException
look-up of childs\.test
127\.0\.0\.1
7
look-up of slow\.test
resolve slow\.test: no answer within 0\.2 seconds
