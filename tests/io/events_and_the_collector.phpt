--TEST--
A stream that somebody listens to lives while its peer does; in cycles, too; then all of it is freed
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Loop, Socket};

/** Nobody but the closures holds the socket, and nobody but the socket the closures. */
function made(array $events, bool $held): array
{
    [$socket, $peer] = Socket::pair();
    foreach ($events as $event) {
        $socket->on($event, function (mixed $what) use ($socket, $event): void { echo "$event "; });
    }
    if ($held) {
        $socket->close();
    }
    return [WeakReference::create($socket), $peer];
}

[$reference, $peer] = made(['data', 'end', 'close'], false);
gc_collect_cycles();
var_dump($reference->get() !== null);
$peer->write('x');
Evloop\delay(0.002);
$peer->end();
Evloop\delay(0.002);
gc_collect_cycles();
var_dump($reference->get());

// Nothing is to come that they listen to: garbage.
[$reference, $peer] = made(['end', 'close', 'drain', 'error'], false);
gc_collect_cycles();
var_dump($reference->get(), $peer->read());
// A close that was not told yet.
[$reference, $peer] = made(['close'], true);
gc_collect_cycles();
Evloop\delay(0.001);
gc_collect_cycles();
var_dump($reference->get());
// Left to the end of the script, with its listeners in place.
made(['data'], false)[1]->write('end of script');
?>
--EXPECT--
bool(true)
data end close NULL
NULL
NULL
close NULL
data 
