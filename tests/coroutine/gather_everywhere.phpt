--TEST--
gather() in {main}, in a callback, in a plain Fiber; cancelled while it waits; with exit() in a task
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Loop};
use function Evloop\{async, await, delay, gather, suspend};

$tasks = [fn () => delay(0.001, 1), fn () => 2];
echo json_encode(gather($tasks)), "\n";
Loop::defer(function () use ($tasks) {
    echo 'callback ', json_encode(gather($tasks)), "\n";
});
Loop::run();
(new Fiber(function () use ($tasks) {
    echo 'fiber ', json_encode(gather($tasks)), "\n";
}))->start();

$waits = async(function () {
    try {
        gather([function () {
            try {
                delay(10);
            } finally {
                echo "task ended\n";
            }
        }]);
    } finally {
        echo "gather left\n";
    }
});
suspend();
suspend();
$waits->cancel();
try {
    await($waits);
} catch (CancelledError) {
    echo "cancelled\n";
}
gather([fn () => delay(1), fn () => exit("exit\n")]);
echo "never\n";
?>
--EXPECT--
[1,2]
callback [1,2]
fiber [1,2]
task ended
gather left
cancelled
exit
