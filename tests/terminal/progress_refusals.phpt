--TEST--
Progress: what it refuses
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Progress, Stream};

[, $output] = Stream::createPipe();
$closed = Stream::createPipe()[0];
$closed->close();
$progress = new Progress(output: $output);
$count = new class extends ArrayObject { public function count(): int { throw new Exception('count'); } };
foreach ([
    fn () => new Progress(-1),
    fn () => new Progress(interval: NAN),
    fn () => Progress::over([], total: -1),
    fn () => Progress::over([], interval: -1),
    fn () => Progress::over($count),
    fn () => $progress->advance(-1),
    fn () => $progress->set(-1),
    fn () => $progress->setTotal(-1),
    fn () => $progress->next('', -1),
    fn () => $progress->__construct(),
    fn () => iterator_to_array($progress),
    function () use ($output) { $twice = Progress::over([1], output: $output); iterator_to_array($twice); iterator_to_array($twice); },
    function () use ($output) { foreach (Progress::over([1], output: $output) as &$item); },
    fn () => new Progress(output: $closed),
    fn () => clone $progress,
    fn () => serialize($progress),
] as $case) {
    try {
        $case();
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
ValueError: Evloop\Progress::__construct(): Argument #1 ($total) must be at least 0, or null if nobody knows
ValueError: Evloop\Progress::__construct(): Argument #4 ($interval) must be a number of seconds between 0 and 3.2e+9
ValueError: Evloop\Progress::over(): Argument #3 ($total) must be at least 0, or null if nobody knows
ValueError: Evloop\Progress::over(): Argument #5 ($interval) must be a number of seconds between 0 and 3.2e+9
Exception: count
ValueError: Evloop\Progress::advance(): Argument #1 ($steps) must be at least 0
ValueError: Evloop\Progress::set(): Argument #1 ($done) must be at least 0
ValueError: Evloop\Progress::setTotal(): Argument #1 ($total) must be at least 0, or null if nobody knows
ValueError: Evloop\Progress::next(): Argument #2 ($total) must be at least 0, or null if nobody knows
Error: The Progress is constructed already
LogicException: foreach is for what Progress::over() has made, and once for each
LogicException: foreach is for what Progress::over() has made, and once for each
Error: An iterator cannot be used with foreach by reference
Evloop\ClosedException: Progress(): the stream to a pipe is closed
Error: Trying to clone an uncloneable object of class Evloop\Progress
Exception: Serialization of 'Evloop\Progress' is not allowed
