--TEST--
Channel: a receiver that is thrown out before it has its turn gives its value back, to the next or as the first
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, Loop};
use function Evloop\{async, await, delay};

$channel = new Channel;
function interrupted(Channel $channel, mixed ...$values): void
{
    Loop::defer(function () use ($channel, $values) {
        array_map($channel->send(...), $values);
        throw new Exception('for {main}');
    });
}
// {main} waits, is handed a value, and gets an error that nobody took instead of its turn.
interrupted($channel, 'kept');
try {
    $channel->receive();
} catch (Exception $e) {
    echo $e->getMessage(), ', ', count($channel), " kept\n";
}
async(fn () => $channel->send('later'));
delay(0);
echo $channel->receive(), ' ', $channel->receive(), "\n";

// Somebody else waits, too: it is the next one's.
Loop::defer(function () use ($channel, &$next) {
    $next = async(fn () => $channel->receive());
    delay(0);
    $channel->send('passed on');
    throw new Exception('for {main}');
});
try {
    $channel->receive();
} catch (Exception $e) {
    echo $e->getMessage(), ', ', count($channel), " kept\n";
}
echo await($next), "\n";
?>
--EXPECT--
for {main}, 1 kept
kept later
for {main}, 0 kept
passed on
