--TEST--
Channel: {main} waiting for what can never come gets a DeadlockException that names who waits
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Channel, DeadlockException};
use function Evloop\async;

$channel = new Channel;
$other = new Channel;
$coroutine = async(fn () => $other->receive())->setName('stuck');
foreach ([fn () => $channel->receive(), fn () => $channel->send(1)] as $call) {
    try {
        $call();
    } catch (DeadlockException $e) {
        echo $e->getMessage(), "\n";
    }
}
$other->close();
$coroutine->ignore();
?>
--EXPECTF--
Nothing is left that could end Channel::receive(); these wait too:
  #%d "stuck" started at %s:7 waits at %s:7 for Evloop\Channel::receive()
Nothing is left that could end Channel::send(); these wait too:
  #%d "stuck" started at %s:7 waits at %s:7 for Evloop\Channel::receive()
