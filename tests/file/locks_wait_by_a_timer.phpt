--TEST--
flock(): waits without a thread, timeout, shared, ended by close
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\File;
use function Evloop\{async, await, delay, run};
run(function () {
    $dir = new TestFolder;
    $first = File::open($dir('f'), 'c+');
    $first->flock();
    $waiting = array_map(fn ($i) => async(function () use ($dir, $i) {
        $file = File::open($dir('f'), 'c+');
        $file->flock();
        $file->unlock();
        return $i;
    }), range(1, 10));
    $other = File::open($dir('f'));
    var_dump($other->tryLock(), $other->tryLock(shared: true));
    echo outcome(fn () => $other->flock(timeout: 0.02)), "\n";
    $first->close();
    echo array_sum(array_map(await(...), $waiting)), "\n";
    $other->flock(shared: true);
    $third = File::open($dir('f'));
    var_dump($third->tryLock(shared: true), $third->tryLock());
    $closed = async(fn () => outcome(fn () => $third->flock()));
    delay(0.005);
    $third->close();
    echo await($closed), "\n";
});
?>
--EXPECT--
bool(false)
bool(false)
Evloop\TimeoutException: flock <dir>/f: not done within 0.02 seconds
55
bool(true)
bool(false)
Evloop\ClosedException: flock(): the stream to <dir>/f is closed
