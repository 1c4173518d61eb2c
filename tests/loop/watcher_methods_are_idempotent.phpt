--TEST--
disable, enable, reference, unreference and cancel may be repeated and chained
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;

function show(Evloop\Watcher $watcher): void
{
    echo $watcher->isEnabled() ? 'enabled' : 'disabled', $watcher->isReferenced() ? ' referenced' : ' unreferenced',
        $watcher->isCancelled() ? ' cancelled' : '', "\n";
}

foreach (['defer', 'delay', 'repeat'] as $kind) {
    $callback = fn () => print("must not fire\n");
    $watcher = $kind === 'defer' ? Loop::defer($callback) : Loop::$kind(0.0, $callback);
    show($watcher);
    show($watcher->disable()->disable());
    show($watcher->unreference()->unreference());
    show($watcher->enable()->enable());
    show($watcher->reference()->reference());
    $watcher->cancel();
    $watcher->cancel();
    show($watcher);
    show($watcher->disable()->unreference()->reference());
}
Loop::run();
?>
--EXPECT--
enabled referenced
disabled referenced
disabled unreferenced
enabled unreferenced
enabled referenced
disabled referenced cancelled
disabled referenced cancelled
enabled referenced
disabled referenced
disabled unreferenced
enabled unreferenced
enabled referenced
disabled referenced cancelled
disabled referenced cancelled
enabled referenced
disabled referenced
disabled unreferenced
enabled unreferenced
enabled referenced
disabled referenced cancelled
disabled referenced cancelled
