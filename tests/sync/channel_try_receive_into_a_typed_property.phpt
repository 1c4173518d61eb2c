--TEST--
Channel: a variable whose type refuses the value leaves it in the channel
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Channel;

class Target
{
    public int $number = 0;
    public ?string $text = null;
}
$channel = new Channel(2);
$channel->send(['no number']);
$channel->send(7);
$target = new Target;
try {
    $channel->tryReceive($target->number);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
var_dump(count($channel), $channel->receive(), $channel->tryReceive($target->number), $target->number);
var_dump($channel->tryReceive($target->text), $target->text);
?>
--EXPECT--
Cannot assign array to reference held by property Target::$number of type int
int(2)
array(1) {
  [0]=>
  string(9) "no number"
}
bool(true)
int(7)
bool(false)
NULL
