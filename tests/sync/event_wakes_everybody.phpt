--TEST--
Event: set() wakes all who wait, also when it is cleared at once; who comes later does not wait while it is set
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Event, TimeoutException};
use function Evloop\{async, await, delay};

$event = new Event;
$woken = 0;
for ($i = 0; $i < 5; $i++) {
    $all[] = async(function () use ($event, &$woken) {
        $event->await();
        $woken++;
    });
}
delay(0);
$event->set();
$event->clear();
array_map(await(...), $all);
var_dump($woken, $event->isSet());
try {
    $event->await(0.001);
} catch (TimeoutException $e) {
    echo $e->getMessage(), "\n";
}
$event->set();
$event->set();
$event->await();
$event->await(0.0);
var_dump($event->isSet());
?>
--EXPECT--
int(5)
bool(false)
Event::await(): it was not set within 0.001 seconds
bool(true)
