--TEST--
join(), stop(), run() and result() end when their coroutine is cancelled; run() takes its process with it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancelledError, Process};
use function Evloop\{async, await, delay};

$process = Process::spawn(['sleep', '60']);
$stubborn = Process::spawn(['sh', '-c', "trap '' TERM; echo; while :; do sleep 0.01; done"]);
$stubborn->stdout->readLine();
$file = __DIR__ . '/cancelled_while_it_waits.out';
file_put_contents($file, '<?php sleep(60);');
$job = Process::background($file);
$cases = [
    'join' => fn () => $process->join(),
    'join within' => fn () => $process->join(60),
    'stop' => fn () => $stubborn->stop(60),
    'run' => fn () => Process::run(['sh', '-c', 'echo $$ >' . __DIR__ . '/cancelled_while_it_waits.pid; exec sleep 60']),
    'result' => fn () => $job->result(),
    'read' => fn () => $process->stdout->read(),
];
foreach ($cases as $name => $case) {
    $coroutine = async($case);
    do {
        delay(0.05);
    } while ($name === 'run' && !@file_get_contents(__DIR__ . '/cancelled_while_it_waits.pid'));
    $coroutine->cancel();
    try {
        await($coroutine);
    } catch (CancelledError) {
        echo "$name: cancelled\n";
    }
}
var_dump($process->isRunning(), $stubborn->isRunning(), $job->isRunning());
$pid = (int) file_get_contents(__DIR__ . '/cancelled_while_it_waits.pid');
while (@file_get_contents("/proc/$pid/stat") !== false) {
    delay(0.001);
}
echo "gone\n";
unlink($file);
unlink(__DIR__ . '/cancelled_while_it_waits.pid');
?>
--EXPECT--
join: cancelled
join within: cancelled
stop: cancelled
run: cancelled
result: cancelled
read: cancelled
bool(true)
bool(true)
bool(true)
gone
