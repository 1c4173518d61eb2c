--TEST--
Loop::dump() shows the tree of scopes: each under the coroutine that opened it, its children under it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay, scope, shield, timeout};

$c = async(function () {
    scope(function () {
        async(fn () => delay(1))->setName('first');
        async(function () {
            timeout(5, function () {
                async(fn () => delay(2))->setName('deep');
                shield(fn () => delay(1));
            });
        });
    });
});
delay(0.001);
echo preg_replace(['~/\S+/~', '~\d\.\d+ seconds~'], ['', 'N seconds'], Loop::dump());
$c->cancel();
?>
--EXPECT--
coroutine #1 started at dump_shows_the_tree_of_scopes.php:5 waits at dump_shows_the_tree_of_scopes.php:6 for Evloop\Scope opened at dump_shows_the_tree_of_scopes.php:6
  scope opened at dump_shows_the_tree_of_scopes.php:6
    coroutine #2 "first" started at dump_shows_the_tree_of_scopes.php:7 waits at dump_shows_the_tree_of_scopes.php:7 for delay()
    coroutine #3 started at dump_shows_the_tree_of_scopes.php:8 waits at dump_shows_the_tree_of_scopes.php:11 for delay()
      scope opened at dump_shows_the_tree_of_scopes.php:9, N seconds left
        coroutine #4 "deep" started at dump_shows_the_tree_of_scopes.php:10 waits at dump_shows_the_tree_of_scopes.php:10 for delay()
        shield opened at dump_shows_the_tree_of_scopes.php:11
