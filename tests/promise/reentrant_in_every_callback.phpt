--TEST--
Every callback of a promise may do to it what it likes: settle, cancel, look, add, wait, drop
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\{Deferred, Loop, Promise};
use function Evloop\{await, delay};

/** What a callback may do to a promise in whose middle it is; $deferred settles it where that is still possible. */
$acts = [
	'resolve' => fn (Promise $promise, Deferred $deferred) => $deferred->resolve('again'),
	'reject' => fn (Promise $promise, Deferred $deferred) => $deferred->reject(new Exception('again')),
	'cancel' => fn (Promise $promise) => $promise->cancel(),
	'then' => fn (Promise $promise) => $promise->then(fn () => print('+'), fn () => print('-')),
	'ignore' => fn (Promise $promise) => $promise->ignore(),
	'combine' => fn (Promise $promise) => Promise::all([$promise, Promise::race([$promise])])->ignore()->cancel(),
	'wait' => fn (Promise $promise) => delay(0.001),
	'collect' => fn (Promise $promise) => gc_collect_cycles(),
	'throw' => fn (Promise $promise) => throw new DomainException('thrown inside'),
];
/** Where it does that; each gives the promise that is waited for. */
$places = [
	'then' => function (Deferred $deferred, callable $act): Promise {
		$deferred->resolve('first');
		return $deferred->promise->then(fn ($value) => $act($deferred->promise) ? $value : $value);
	},
	'catch' => function (Deferred $deferred, callable $act): Promise {
		$deferred->reject(new Exception('first'));
		return $deferred->promise->catch(fn (Exception $e) => $act($deferred->promise) ? 'caught' : 'caught');
	},
	'finally' => function (Deferred $deferred, callable $act): Promise {
		$deferred->resolve('first');
		return $deferred->promise->finally(function () use ($deferred, $act): void {
			$act($deferred->promise);
		});
	},
	'its own then' => function (Deferred $deferred, callable $act): Promise {
		$deferred->resolve('first');
		return $child = $deferred->promise->then(function ($value) use (&$child, $act): string {
			$act($child);
			return $value;
		});
	},
	'onCancel' => function (Deferred $deferred, callable $act): Promise {
		$deferred->promise->onCancel(fn () => $act($deferred->promise));
		$deferred->promise->cancel();
		return $deferred->promise;
	},
	'executor' => function (Deferred $deferred, callable $act): Promise {
		return new Promise(function (callable $resolve) use ($deferred, $act): void {
			$resolve($deferred->promise);
			try {
				$act($deferred->promise);
			} finally {
				$deferred->resolve('first');
			}
		});
	},
	'a thenable' => function (Deferred $deferred, callable $act): Promise {
		$deferred->resolve(new class($deferred, $act) {
			public function __construct(private Deferred $deferred, private Closure $act)
			{
			}

			public function then(callable $resolve): void
			{
				$resolve('first');
				($this->act)($this->deferred->promise);
			}
		});
		return $deferred->promise;
	},
];
foreach ($places as $place => $make) {
	echo "$place:\n";
	isolated(array_map(fn (callable $act) => function () use ($make, $act): string {
		Loop::setErrorHandler(fn (Throwable $error) => print("[told: {$error->getMessage()}] "));
		$deferred = new Deferred();
		$promise = $make($deferred, fn (Promise $promise) => $act($promise, $deferred));
		try {
			return await($promise);
		} catch (Throwable $e) {
			return (new ReflectionClass($e))->getShortName() . ' ' . $e->getMessage();
		} finally {
			delay(0.002); // what still waits ends
		}
	}, $acts), fn (string $act, string $result) => print("  $act: $result\n"));
}
?>
--EXPECT--
then:
  resolve: first
  reject: first
  cancel: first
+  then: first
  ignore: first
  combine: first
  wait: first
  collect: first
  throw: DomainException thrown inside
catch:
  resolve: caught
  reject: caught
  cancel: caught
-  then: caught
  ignore: caught
  combine: caught
  wait: caught
  collect: caught
  throw: DomainException thrown inside
finally:
  resolve: first
  reject: first
  cancel: first
+  then: first
  ignore: first
  combine: first
  wait: first
  collect: first
  throw: DomainException thrown inside
its own then:
  resolve: first
  reject: first
  cancel: CancelledError The promise was cancelled
+  then: first
  ignore: first
  combine: first
  wait: first
  collect: first
  throw: DomainException thrown inside
onCancel:
  resolve: again
  reject: Exception again
  cancel: CancelledError The promise was cancelled
-  then: CancelledError The promise was cancelled
  ignore: CancelledError The promise was cancelled
  combine: CancelledError The promise was cancelled
  wait: CancelledError The promise was cancelled
  collect: CancelledError The promise was cancelled
  throw: DomainException thrown inside
executor:
  resolve: again
  reject: Exception again
  cancel: CancelledError The promise was cancelled
+  then: first
  ignore: first
  combine: first
  wait: first
  collect: first
  throw: first
a thenable:
  resolve: first
  reject: first
  cancel: CancelledError The promise was cancelled
+  then: first
  ignore: first
  combine: first
  wait: first
  collect: first
  throw: first
