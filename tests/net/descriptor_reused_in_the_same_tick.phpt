--TEST--
A descriptor that is closed and given to the next connection in the same tick: no event or byte of the old one reaches it
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\Socket;
use function Evloop\{async, await, delay, suspend};

$wrong = 0;
$reused = 0;
for ($round = 0; $round < 300; $round++) {
    [$old, $peer] = Socket::pair();
    $fd = $old->getFd();
    if ($round % 2) {
        $old->on('data', function () use (&$wrong) { $wrong++; });
    } else {
        $reading = async(fn () => $old->read());
        suspend();
    }
    $peer->write('for the old one');
    $round % 3 || suspend();
    $old->close();
    [$new, $other] = Socket::pair();
    $reused += $new->getFd() === $fd || $other->getFd() === $fd;
    $other->write("new $round");
    if ($new->read() !== "new $round") {
        $wrong++;
    }
    $round % 2 || net_failure(fn () => await($reading));
}
var_dump($wrong, $reused > 0);
?>
--EXPECT--
int(0)
bool(true)
