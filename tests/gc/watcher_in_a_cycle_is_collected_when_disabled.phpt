--TEST--
A disabled or cancelled watcher in a cycle is collected, an enabled one is not
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

class Holder
{
    public mixed $watcher;

    public function __construct(public string $name)
    {
    }

    public function __destruct()
    {
        echo "$this->name collected\n";
    }
}
foreach (['enabled', 'disabled', 'cancelled'] as $state) {
    $holder = new Holder($state);
    $holder->watcher = Loop::repeat(30, function () use ($holder) {
    })->unreference();
    match ($state) {
        'enabled' => null,
        'disabled' => $holder->watcher->disable(),
        'cancelled' => $holder->watcher->cancel(),
    };
    unset($holder);
    gc_collect_cycles();
    echo "$state: end of its turn\n";
}
?>
--EXPECT--
enabled: end of its turn
disabled collected
disabled: end of its turn
cancelled collected
cancelled: end of its turn
enabled collected
