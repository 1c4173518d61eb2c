--TEST--
Cancellation::any() is cancelled with the first of its tokens, with that one's reason; of none, never
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Cancellation, CancellationSource, CancelledError};
use function Evloop\{async, await, delay, scope};

$sources = [new CancellationSource, new CancellationSource];
$any = Cancellation::any($sources[0]->token, $sources[1]->token, Cancellation::timeout(60));
$all = Cancellation::any($any, Cancellation::any());
$all->onCancel(fn (Throwable $reason) => print("told: {$reason->getMessage()}\n"));
async(fn () => $sources[1]->cancel(new Exception('the second')));
try {
    scope(fn () => delay(60), cancellation: $all);
} catch (CancelledError $e) {
    echo $e->getPrevious()->getMessage(), "\n";
}
$sources[0]->cancel(new Exception('too late'));
var_dump($any->isCancelled(), Cancellation::any()->isCancelled(), Cancellation::any($any)->isCancelled());
try {
    $any->throwIfCancelled();
} catch (CancelledError $e) {
    echo $e->getPrevious()->getMessage(), "\n";
}
$source = new CancellationSource;
$same = Cancellation::any($source->token, $source->token);
$same->onCancel(fn () => print("once\n"));
$source->cancel();
delay(0);
?>
--EXPECT--
told: the second
the second
bool(true)
bool(false)
bool(true)
the second
once
