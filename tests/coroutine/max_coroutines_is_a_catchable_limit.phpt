--TEST--
evloop.max_coroutines: one more is refused with a LoopException, and it works again later
--EXTENSIONS--
evloop
--INI--
evloop.max_coroutines=10
--FILE--
<?php
use Evloop\{Deferred, LoopException};
use function Evloop\{async, await};

$gate = new Deferred;
$all = [];
try {
    for ($i = 0; $i < 100; $i++) {
        $all[] = async(fn () => await($gate->promise));
    }
} catch (LoopException $e) {
    echo count($all), ' alive: ', $e->getMessage(), "\n";
}
$gate->resolve('done');
echo implode(' ', array_map(await(...), $all)), "\n";
for ($i = 0; $i < 100; $i++) {
    await(async(fn () => 1));
}
echo "a hundred one after the other\n";
?>
--EXPECT--
10 alive: Too many coroutines: 10 are alive, and evloop.max_coroutines is 10
done done done done done done done done done done
a hundred one after the other
