--TEST--
A scope that can never end: {main} is told which child waits for what, and of circles
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Coroutine, Deferred, DeadlockException, Scope};
use function Evloop\{async, await, scope};

$bodies = [
    'a child' => fn () => async(fn () => await((new Deferred)->promise))->setName('the one'),
    'a circle' => function () {
        $body = Coroutine::current();
        async(fn () => await($body));
    },
];
foreach ($bodies as $name => $body) {
    try {
        scope($body);
    } catch (DeadlockException $e) {
        echo "$name: ", str_replace(__FILE__, 'here', $e->getMessage()), "\n";
    }
}
?>
--EXPECT--
a child: Nothing is left that could settle the Evloop\Coroutine made at here:14; these wait too:
  #1 started at here:14 waits for Evloop\Scope opened at here:14
  #2 "the one" started at here:6 waits at here:6 for Evloop\Promise made at here:6
a circle: Nothing is left that could settle the Evloop\Coroutine made at here:14; these wait too:
  #4 started at here:9 waits at here:9 for Evloop\Coroutine #3 made at here:14
  #3 started at here:14 waits for Evloop\Scope opened at here:14
  a circle: #4 awaits #3, whose scope awaits #4
