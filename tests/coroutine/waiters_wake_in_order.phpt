--TEST--
Who awaits one promise wakes in the order of waiting; chains of thousands that await each other unwind
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, suspend};

$deferred = new Deferred;
$order = '';
foreach (range('a', 'e') as $name) {
    $all[] = async(function () use ($deferred, $name, &$order) {
        $order .= $name . await($deferred->promise) . ' ';
    });
}
$deferred->promise->then(function () use (&$order) {
    $order .= 'reaction ';
});
suspend();
$deferred->resolve('!');
$order .= 'settled ';
array_map(await(...), $all);
echo $order, "\n";

$deep = function (int $level, bool $fails) use (&$deep) {
    if ($level > 0) {
        return await(async($deep, $level - 1, $fails)) + 1;
    }
    return $fails ? throw new LogicException('from the bottom') : 0;
};
var_dump($deep(5000, false));
try {
    $deep(5000, true);
} catch (LogicException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
settled reaction a! b! c! d! e! 
int(5000)
from the bottom
