--TEST--
cancel() of a promise in each state that it can be in
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/isolated.inc';
use Evloop\{Loop, Promise};
use function Evloop\{async, await, delay};

class Thenable
{
	public function then(callable $resolve): void
	{
		echo '(then called) ';
	}

	public function cancel(): void
	{
		echo '(told) ';
	}
}
$pending = fn () => new Promise(fn () => null, fn () => print('(onCancel) '));
isolated(array_map(fn (callable $make) => function () use ($make): string {
	Loop::setErrorHandler(fn (Throwable $error) => print("(told of {$error->getMessage()}) "));
	$promise = $make();
	$promise->cancel(new Exception('reason'));
	$promise->cancel(new Exception('a second time'));
	try {
		$result = 'value ' . await($promise);
	} catch (Throwable $e) {
		$result = (new ReflectionClass($e))->getShortName() . ', ' . ($e->getPrevious()?->getMessage() ?? $e->getMessage());
	}
	delay(0.002);
	return "{$promise->state()->name}, $result";
}, [
	'pending' => $pending,
	'fulfilled' => fn () => Promise::resolve(1),
	'rejected' => fn () => Promise::reject(new Exception('rejected')),
	'cancelled' => function () use ($pending): Promise {
		$promise = $pending();
		$promise->cancel(new Exception('the first reason'));
		return $promise;
	},
	'of nobody: made without a constructor' => fn () => (new ReflectionClass(Promise::class))->newInstanceWithoutConstructor(),
	'follows a pending one' => fn () => new Promise(fn (callable $resolve) => $resolve($pending())),
	'follows a fulfilled one' => fn () => new Promise(fn (callable $resolve) => $resolve(Promise::resolve(1)->then())),
	'follows a coroutine' => fn () => new Promise(fn (callable $resolve) => $resolve(async(fn () => 'left alone'))),
	'follows a thenable, not called yet' => fn () => Promise::resolve(new Thenable()),
	'follows a thenable' => function (): Promise {
		$promise = Promise::resolve(new Thenable());
		delay(0);
		return $promise;
	},
	'handler not run yet' => fn () => Promise::resolve(1)->then(fn () => print('(must not run) ')),
	'handler waits' => function (): Promise {
		$promise = Promise::resolve(1)->then(function (): void {
			delay(0.001);
			echo '(handler ends) ';
		});
		delay(0);
		return $promise;
	},
	'all' => fn () => Promise::all([$pending(), Promise::resolve(1)]),
	'all of nothing pending' => fn () => Promise::all([1, 2])->then(count(...)),
	'timeout' => fn () => Promise::timeout(10, fn (callable $resolve) => $resolve($pending())),
	'retry' => function (): Promise {
		$promise = Promise::retry(fn () => throw new Exception('attempt'), 3, 10);
		delay(0.001);
		return $promise;
	},
	'onCancel that waits and resolves' => fn () => new Promise(fn () => null, function (callable $resolve): void {
		delay(0.001);
		$resolve('partial');
	}),
	'a coroutine that has not begun' => fn () => async(fn () => print('(must not run) ')),
	'a coroutine that waits' => function (): Promise {
		$coroutine = async(fn () => delay(10));
		delay(0);
		return $coroutine;
	},
	'a coroutine that has ended' => function (): Promise {
		$coroutine = async(fn () => 'ended');
		delay(0);
		return $coroutine;
	},
]));
?>
--EXPECT--
(onCancel) pending: Rejected, CancelledError, reason
fulfilled: Fulfilled, value 1
rejected: Rejected, Exception, rejected
(onCancel) cancelled: Rejected, CancelledError, the first reason
of nobody: made without a constructor: Rejected, CancelledError, reason
(onCancel) follows a pending one: Rejected, CancelledError, reason
follows a fulfilled one: Rejected, CancelledError, reason
follows a coroutine: Rejected, CancelledError, reason
follows a thenable, not called yet: Rejected, CancelledError, reason
(then called) (told) follows a thenable: Rejected, CancelledError, reason
handler not run yet: Rejected, CancelledError, reason
(handler ends) handler waits: Rejected, CancelledError, reason
(onCancel) all: Rejected, CancelledError, reason
all of nothing pending: Rejected, CancelledError, reason
(onCancel) timeout: Rejected, CancelledError, reason
retry: Rejected, CancelledError, reason
onCancel that waits and resolves: Fulfilled, value partial
a coroutine that has not begun: Rejected, CancelledError, reason
a coroutine that waits: Rejected, CancelledError, reason
a coroutine that has ended: Fulfilled, value ended
