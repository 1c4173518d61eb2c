--TEST--
Tokens, their callbacks and what waits for them are garbage when nobody can cancel them
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Cancellation, CancellationSource, Deferred};
use function Evloop\{async, await, delay, scope};

class Tells
{
    public $self;
    public function __construct(public string $name) { $this->self = $this; }
    public function __destruct() { echo "$this->name is gone\n"; }
}
$source = new CancellationSource;
$tells = new Tells('a callback');
$source->token->onCancel(fn () => $tells);
$any = Cancellation::any($source->token);
$any->onCancel(fn () => $any);
$tells->self = [$source, $any];
unset($source, $tells, $any);
gc_collect_cycles();
$source = new CancellationSource;
async(function () use ($source) {
    try {
        scope(fn () => await((new Deferred)->promise), cancellation: $source->token);
    } finally {
        echo "nobody can wake it\n";
    }
});
unset($source);
delay(0);
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
a callback is gone
nobody can wake it
end
