--TEST--
select(): receives, sends or awaits, whichever can be done first, and returns its key
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, Deferred, Loop};
use function Evloop\{async, delay, select};

$jobs = new Channel;
$results = new Channel;
$stop = new Deferred;
async(function () use ($jobs, $results, $stop) {
    $jobs->send('a job');
    delay(0.001);
    echo 'received ', $results->receive(), "\n";
    delay(0.001);
    $stop->resolve('stopped');
});
$arms = ['job' => $jobs->onReceive(), 7 => $results->onSend('a result'), 'stop' => $stop->promise];
for ($i = 0; $i < 3; $i++) {
    delay(0);
    echo json_encode(select($arms)), "\n";
}

// Nothing to wait for: it does not suspend.
Loop::defer(fn () => print("deferred\n"));
echo json_encode(select([Evloop\Promise::resolve('at once'), $jobs->onReceive()])), "\n";
delay(0);
delay(0);
echo json_encode(select([async(fn () => 'from a coroutine')])), "\n";
?>
--EXPECT--
["job","a job"]
received a result
[7,null]
["stop","stopped"]
[0,"at once"]
deferred
[0,"from a coroutine"]
