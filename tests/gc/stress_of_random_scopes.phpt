--TEST--
Random trees of scopes, shields, failures and cancellations: each body ends once, nothing is left
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Cancellation, CancellationSource, CancelledError, Context, Deferred, Scope};
use function Evloop\{async, await, delay, scope, shield, suspend, timeout};

mt_srand((int) (getenv('EVLOOP_SCHED_SEED') ?: 1));
$begun = $ended = 0;
$all = [];
$grow = function (int $depth) use (&$grow, &$begun, &$ended, &$all) {
    $begun++;
    try {
        Context::set('depth', $depth);
        $body = function () use (&$grow, &$all, $depth) {
            $scope = Scope::current();
            for ($i = mt_rand(0, 3); $i > 0 && $depth < 6; $i--) {
                $all[] = async($grow, $depth + 1);
            }
            match (mt_rand(0, 9)) {
                0 => throw new RuntimeException('random'),
                1 => $scope?->cancel(),
                2 => $all[array_rand($all)]->cancel(),
                3 => await((new Deferred)->promise, 0.002),
                4 => await($all[array_rand($all)], 0.003),
                5 => gc_collect_cycles(),
                6 => delay(mt_rand(0, 3) / 1000),
                7 => shield(fn () => delay(0.001), mt_rand(0, 2) / 1000),
                8 => delay(60),
                9 => suspend(),
            };
        };
        match (mt_rand(0, 4)) {
            0 => scope($body),
            1 => scope($body, 0.005, true),
            2 => timeout(mt_rand(0, 5) / 1000, $body),
            3 => shield($body, 0.002),
            4 => scope($body, cancellation: Cancellation::any((new CancellationSource)->token, Cancellation::timeout(0.004))),
        };
    } catch (RuntimeException | CancelledError) {
    } finally {
        $ended++;
    }
};
for ($round = 0; $round < 100; $round++) {
    $all = [async(fn () => null)];
    try {
        timeout(0.02, fn () => $grow(0));
    } catch (RuntimeException) {
    }
    $all = [];
}
gc_collect_cycles();
delay(0.01);
echo $begun === $ended ? 'all have ended' : "$ended of $begun have ended", $begun > 300 ? '' : ", only $begun", "\n";
?>
--EXPECT--
all have ended
