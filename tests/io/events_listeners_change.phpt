--TEST--
Listeners that are added, taken off and called once, from within an event
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/net.inc';
use Evloop\Socket;
use function Evloop\delay;

[$socket, $peer] = Socket::pair();
$late = fn (string $data) => print("late:$data ");
$second = fn (string $data) => print("second:$data ");
$socket->on('data', function (string $data) use ($socket, $late, $second): void {
    echo "first:$data ";
    match ($data) {
        'add' => $socket->on('data', $late),
        'remove' => $socket->off('data', $second)->off('data', $late),
        'all' => $socket->off('data'),
        default => null,
    };
});
$socket->on('data', $second)->once('data', fn (string $data) => print("once:$data "));
foreach (['add', 'again', 'remove', 'rest', 'all'] as $data) {
    $peer->write($data);
    delay(0.002);
    echo "\n";
}
$peer->write('nobody');
delay(0.002);
echo $socket->read(), "\n";

// The same listener twice is two; off() takes both.
$socket->on('data', $late)->on('data', $late);
$peer->write('x');
delay(0.002);
$socket->off('data', $late);
// once() with a listener that waits: the next event is for nobody, and its bytes stay.
$socket->once('data', function (string $data): void { echo "$data begins "; delay(0.005); echo "$data ends\n"; });
$peer->write('y');
delay(0.002);
$peer->write('z');
delay(0.01);
echo $socket->read(), "\n";
?>
--EXPECT--
first:add second:add once:add 
first:again second:again late:again 
first:remove 
first:rest 
first:all 
nobody
late:x late:x y begins y ends
z
