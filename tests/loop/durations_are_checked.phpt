--TEST--
NAN, infinite, negative and absurd durations are refused with the argument's name
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Deferred, Loop};
use function Evloop\{await, delay};

$never = (new Deferred)->promise;
foreach ([NAN, INF, -INF, -0.001, 1e300] as $seconds) {
    foreach ([
        fn () => Loop::delay($seconds, fn () => print("must not fire\n")),
        fn () => Loop::repeat($seconds, fn () => print("must not fire\n")),
        fn () => delay($seconds),
        fn () => await($never, $seconds),
        fn () => $never->await($seconds),
    ] as $call) {
        try {
            $call();
            echo "accepted\n";
        } catch (ValueError $e) {
            $messages[] = preg_replace('~ (between|must).*~', '', $e->getMessage());
        }
    }
}
print_r(array_count_values($messages));
echo $e->getMessage(), "\n";
Loop::delay(-0.0, fn () => print("minus zero is zero\n"));
?>
--EXPECT--
Array
(
    [Evloop\Loop::delay(): Argument #1 ($seconds)] => 5
    [Evloop\Loop::repeat(): Argument #1 ($interval)] => 5
    [Evloop\delay(): Argument #1 ($seconds)] => 5
    [Evloop\await(): Argument #2 ($timeout)] => 5
    [Evloop\Promise::await(): Argument #1 ($timeout)] => 5
)
Evloop\Promise::await(): Argument #1 ($timeout) must be a number of seconds between 0 and 3.2e+9
minus zero is zero
