--TEST--
Event style: a listener that waits, and pause(), stop the peer at the buffers' size; nothing is lost or reordered
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\{Event, ListenOptions, StreamOptions};
use function Evloop\{async, await, delay};

$data = random_bytes(32 << 20);
foreach (['a listener waits', 'pause()'] as $how) {
    [$sender, $receiver] = net_pair(listen: new ListenOptions(stream: new StreamOptions(readBuffer: 65536)));
    $go = new Event();
    $hash = hash_init('xxh3');
    $seen = 0;
    $receiver->on('data', function (string $chunk) use ($how, $go, $hash, &$seen, $receiver): void {
        $seen += strlen($chunk);
        hash_update($hash, $chunk);
        if ($how === 'pause()') {
            $receiver->pause();
        } elseif (!$go->isSet()) {
            $go->await();
        }
    });
    $ended = new Event();
    $receiver->on('end', fn () => $ended->set());
    $sending = async(fn () => $sender->end($data));
    delay(0.05);
    $first = $seen;
    delay(0.05);
    // What the kernel holds is its own affair.
    var_dump($first === $seen && $seen > 0 && $seen <= 65536, $sending->isFinished());
    $go->set();
    $resumer = Evloop\Loop::repeat(0.0005, fn () => $receiver->resume());
    $ended->await();
    $resumer->cancel();
    var_dump($seen === strlen($data), hash_final($hash) === hash('xxh3', $data));
}
?>
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
