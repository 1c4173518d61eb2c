--TEST--
Where PHP forbids to switch, await throws LogicException saying so
--EXTENSIONS--
evloop
pcntl
posix
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, delay, suspend};

$attempt = function (string $where) {
    foreach ([fn () => delay(0), fn () => suspend(), fn () => await((new Deferred)->promise)] as $wait) {
        try {
            $wait();
            echo "$where: suspended\n";
        } catch (LogicException $e) {
            echo "$where: ", $e->getMessage(), "\n";
        }
    }
};
$signal = async(function () use ($attempt) {
    pcntl_async_signals(true);
    pcntl_signal(SIGUSR1, fn () => $attempt('signal handler'));
    posix_kill(getmypid(), SIGUSR1);
    for ($i = 0; $i < 10; $i++);
});
await($signal);
$ticks = async(function () use ($attempt) {
    $tick = function () use ($attempt, &$done) {
        $done ??= $attempt('tick function');
        $done = true;
    };
    register_tick_function($tick);
    eval('declare(ticks=1); $x = 1;');
    unregister_tick_function($tick);
});
await($ticks);
echo "goes on\n";
?>
--EXPECT--
signal handler: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
signal handler: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
signal handler: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
tick function: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
tick function: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
tick function: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
goes on
