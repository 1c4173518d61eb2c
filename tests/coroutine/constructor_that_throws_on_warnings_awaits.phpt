--TEST--
A constructor that turns warnings into exceptions awaits: others still get warnings
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, suspend};

class SlowWrapper
{
    public $context;

    public function stream_open(string $path, string $mode, int $options, ?string &$opened): bool
    {
        delay(0.005);
        return !str_contains($path, 'missing');
    }

    public function __call(string $name, array $arguments): mixed
    {
        return false;
    }
}
stream_wrapper_register('slow', SlowWrapper::class);
$open = fn (string $path) => async(function () use ($path) {
    try {
        return get_class(new SplFileObject($path, 'w'));
    } catch (RuntimeException $e) {
        return 'threw: ' . strtok($e->getMessage(), ':');
    }
});
$all = [$open('slow://there'), $open('slow://missing')];
suspend();
try {
    echo var_export(file_get_contents('/no/such/file'), true), ": a warning only\n";
} catch (RuntimeException $e) {
    echo 'the mode of another constructor leaked: ', $e->getMessage(), "\n";
}
array_walk($all, fn ($coroutine) => print(await($coroutine) . "\n"));
?>
--EXPECTF--

Warning: file_get_contents(/no/such/file): Failed to open stream: No such file or directory in %s on line %d
false: a warning only
SplFileObject
threw: SplFileObject
