--TEST--
onCancel() runs its callback once, as a microtask; off() takes it back; its failure is reported
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancellationSource, Loop};
use function Evloop\{delay};

Loop::setErrorHandler(fn (Throwable $e) => print("reported: {$e->getMessage()}\n"));
$source = new CancellationSource;
$token = $source->token;
$ids = [];
foreach (['first', 'second', 'third'] as $name) {
    $ids[$name] = $token->onCancel(fn (Throwable $reason) => print("$name: {$reason->getMessage()}\n"));
}
$token->onCancel(fn () => throw new Exception('of a callback'));
$token->onCancel(function () {
    delay(0.001);
    echo "a callback may wait\n";
});
$token->off($ids['second']);
$token->off(12345);
Loop::defer(function () use ($source, $token, $ids) {
    $source->cancel(new Exception('the reason'));
    echo "cancel() runs nothing itself\n";
    $token->off($ids['first']);
});
Loop::run();
$token->onCancel(fn (Throwable $reason) => print("at once: {$reason->getMessage()}\n"));
echo "as a microtask\n";
Loop::run();
?>
--EXPECT--
cancel() runs nothing itself
first: the reason
third: the reason
reported: of a callback
a callback may wait
as a microtask
at once: the reason
