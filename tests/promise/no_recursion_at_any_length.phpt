--TEST--
Chains of a million promises settle, are cancelled and freed on a C stack of 512 KB
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS_FAMILY === 'Windows') die('skip needs ulimit');
?>
--FILE--
<?php
$code = <<<'CODE'
use Evloop\{Deferred, Promise};
use function Evloop\await;
$pass = fn ($value) => $value + 1;
$build = function (Promise $promise, int $length = 1000000) use ($pass) {
    for ($i = 0; $i < $length; $i++) $promise = $promise->then($pass);
    return $promise;
};
$adopt = function (Deferred $deferred) {
    for ($i = 0; $i < 1000000; $i++) { $next = new Deferred; $next->resolve($deferred->promise); $deferred = $next; }
    return $deferred->promise;
};
$deferred = new Deferred; $end = $build($deferred->promise); $deferred->resolve(0);
echo await($end), "\n";
$deferred = new Deferred; $end = $adopt($deferred); $deferred->resolve('adopted');
echo await($end), "\n";
unset($end, $deferred); $build((new Deferred)->promise); $adopt(new Deferred); echo "freed\n";
$build((new Deferred(fn () => print("cancelled\n")))->promise)->cancel();
$nested = (new Deferred)->promise;
for ($i = 0; $i < 100000; $i++) $nested = Promise::all([Promise::race([$nested])]);
$nested->cancel(); unset($nested); echo "nested\n";
$all = Promise::all(array_map(fn ($i) => $build(Promise::resolve($i), 1), range(0, 99999)));
echo array_sum(await($all)), "\n";
CODE;
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' -d memory_limit=-1';
passthru('ulimit -s 512; ' . $php . ' -r ' . escapeshellarg($code));
?>
--EXPECT--
1000000
adopted
freed
cancelled
nested
5000050000
