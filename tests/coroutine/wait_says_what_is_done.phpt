--TEST--
wait(): all, the first, the first failure, or the timeout; done and pending under their keys, nothing cancelled or thrown
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop, Promise, WaitFor};
use function Evloop\{async, await, wait};

function show(array $result): void
{
    echo json_encode(array_map(array_keys(...), $result)), "\n";
}
$gates = array_map(fn () => new Deferred, ['fast' => 1, 'fails' => 1, 'slow' => 1]);
$fast = async(fn () => await($gates['fast']->promise));
$slow = async(fn () => await($gates['slow']->promise));
$fails = async(function () use ($gates) {
    await($gates['fails']->promise);
    throw new LogicException('seen by who awaits it');
});
$open = fn (string $name) => Loop::defer(fn () => $gates[$name]->resolve());
$all = ['slow' => $slow, 'fast' => $fast, 'fails' => $fails];
$open('fast');
show(wait($all, WaitFor::First));
$open('fails');
show(wait($all, WaitFor::FirstException));
show(wait([$slow], timeout: 0.001));
$open('slow');
show([$done] = wait($all));
var_dump($done['slow'] === $slow);
show(wait([]));
show(wait(['now' => Promise::resolve(1), 'later' => (new Deferred)->promise], WaitFor::First));
try {
    $done['fails']->await();
} catch (LogicException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
[["fast"],["slow","fails"]]
[["fast","fails"],["slow"]]
[[],[0]]
[["slow","fast","fails"],[]]
bool(true)
[[],[]]
[["now"],["later"]]
seen by who awaits it
