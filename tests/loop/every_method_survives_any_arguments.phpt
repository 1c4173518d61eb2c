--TEST--
Every method and function, called with none, too many, wrong, NULL, huge and NAN arguments, on objects made with and without a constructor
--EXTENSIONS--
evloop
--FILE--
<?php
/*
 * Nothing is expected but that each call returns or throws, and that the process lives. Each class has a loop of its own, and each
 * call a coroutine, which is cancelled if it waits.
 */
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\{CancelledError, Loop};
use function Evloop\{async, delay};

error_reporting(0);
// Some of the calls are about files.
$folder = sys_get_temp_dir() . '/evloop-any-arguments-' . getmypid();
mkdir($folder);
chdir($folder);
$stream = fopen('php://memory', 'r');
$values = [null, true, -1, 0, 3, PHP_INT_MAX, PHP_INT_MIN, 0.5, -0.0, 1e300, NAN, INF, '', 'text', "\0", str_repeat('x', 10000), 'strlen',
	[], [1, [2]], ['a' => null], new stdClass(), fn () => 1, fn () => throw new Exception('thrown'), new ArrayIterator([1]), new Exception('e'), $stream];
mt_srand(5);

/** Some argument lists: none, one of each value, many of the same, and random ones. */
$lists = function () use ($values): iterable {
	yield [];
	foreach ($values as $value) {
		yield [$value];
		yield array_fill(0, 9, $value);
	}
	for ($i = 0; $i < 40; $i++) {
		yield array_map(fn () => $values[array_rand($values)], range(1, mt_rand(2, 5)));
	}
};
/** What must not be called: it drives or ends the program, forks, or writes where this test does. */
const LEFT_OUT = ['Evloop\Loop::run', 'Evloop\Loop::runOnce', 'Evloop\Loop::stop', 'Evloop\Loop::setErrorHandler', 'Evloop\Loop::onSignal', 'Evloop\Stream::__construct', 'Evloop\Progress::__construct', 'Evloop\Progress::over'];

/** An object with nothing behind it, and those that a constructor makes of what can be found. */
function subjects(ReflectionClass $class, array $values): iterable
{
	// A Stream over any number would read, write and close what is not ours; a Progress writes to the standard error.
	$may_construct = $class->isInstantiable() && !in_array($class->name, [Evloop\Stream::class, Evloop\Progress::class], true);
	if (!$class->isAbstract() && !$class->isEnum()) {
		try {
			yield $class->newInstanceWithoutConstructor();
		} catch (Throwable) {
		}
		foreach ($may_construct ? [[], [1], [fn () => 1], ['text']] : [] as $arguments) {
			try {
				yield $class->newInstance(...$arguments);
			} catch (Throwable) {
			}
		}
	}
}

$calls = 0;
$classes = array_filter(array_merge(get_declared_classes(), get_declared_interfaces()), fn ($name) => str_starts_with($name, 'Evloop\\'));
sort($classes);
isolated(array_combine($classes, array_map(fn (string $name) => function () use ($name, $values, $lists): void {
	$class = new ReflectionClass($name);
	Loop::setErrorHandler(fn () => null);
	$running = [];
	$call = function (callable $body) use (&$running): void {
		$GLOBALS['calls']++;
		($running[] = async(function () use ($body): void {
			try {
				$body();
			} catch (Throwable) {
			}
		}))->ignore();
		if (count($running) >= 50) {
			delay(0);
			array_map(fn ($coroutine) => $coroutine->cancel(), $running);
			delay(0);
			$running = [];
		}
	};
	foreach ($class->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
		if ($method->isAbstract() || in_array("$name::$method->name", LEFT_OUT, true) || in_array("$method->class::$method->name", LEFT_OUT, true)) {
			continue;
		}
		foreach ($lists() as $arguments) {
			if ($method->isStatic()) {
				$call(fn () => $method->invokeArgs(null, $arguments));
				continue;
			}
			foreach (subjects($class, $values) as $subject) {
				$call(fn () => $method->invokeArgs($subject, $arguments));
			}
		}
	}
	foreach (subjects($class, $values) as $subject) {
		$call(fn () => [print_r($subject, true), (array) $subject, $subject == clone $subject]);
		$call(fn () => serialize($subject));
		$call(fn () => json_encode($subject) . count((array) $subject) . $subject->nothing);
	}
	delay(0);
	array_map(fn ($coroutine) => $coroutine->cancel(), $running);
	delay(0.001);
}, $classes)), fn (string $name, mixed $result) => print($result === null ? '' : "$name: $result\n"));
$functions = array_filter(get_defined_functions()['internal'], fn ($name) => str_starts_with($name, 'evloop\\') && $name !== 'evloop\\run');
isolated(array_combine($functions, array_map(fn (string $name) => function () use ($name, $lists): void {
	foreach ($lists() as $arguments) {
		$GLOBALS['calls']++;
		$coroutine = async($name(...), ...array_values($arguments))->ignore();
		delay(0);
		$coroutine->cancel();
		delay(0);
	}
}, $functions)), fn (string $name, mixed $result) => print($result === null ? '' : "$name: $result\n"));
gc_collect_cycles();
echo count($classes) > 20 ? "all classes\n" : '', count($functions) > 5 ? "all functions\n" : '', $calls > 10000 ? "many calls\n" : "$calls calls\n", "alive\n";
chdir(__DIR__);
exec('rm -rf ' . escapeshellarg($folder));
?>
--EXPECT--
all classes
all functions
many calls
alive
