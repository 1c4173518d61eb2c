--TEST--
A source cancels its token, once; the token tells whether and why
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Cancellation, CancellationSource, CancelledError};

function gives_up(CancellationSource $source): void
{
    $source->cancel();
}
foreach ([null, new DomainException('a reason')] as $reason) {
    $source = new CancellationSource;
    $token = $source->token;
    var_dump($token instanceof Cancellation, $token === $source->token, $token->isCancelled());
    $token->throwIfCancelled();
    $reason !== null ? $source->cancel($reason) : gives_up($source);
    $source->cancel(new Exception('the second is ignored'));
    var_dump($token->isCancelled());
    try {
        $token->throwIfCancelled();
    } catch (CancelledError $e) {
        $cause = $e->getPrevious();
        echo $cause::class, ' ', $cause->getMessage(), ' ', implode(array_column($cause->getTrace(), 'function')), "\n";
    }
}
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
bool(true)
Evloop\CancelledError The source of the cancellation was cancelled cancelgives_up
bool(true)
bool(true)
bool(false)
bool(true)
DomainException a reason 
