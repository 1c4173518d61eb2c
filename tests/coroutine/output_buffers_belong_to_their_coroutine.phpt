--TEST--
A buffer opened in a coroutine does not capture what others print
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await, delay, suspend};

$a = async(function () {
    ob_start();
    echo 'A1';
    delay(0.003);
    ob_start();
    echo 'inner';
    suspend();
    echo ' goes on';
    $inner = ob_get_clean();
    echo ' A2';
    return [ob_get_level(), $inner, ob_get_clean(), ob_get_level()];
});
$printed = new Deferred();
$b = async(function () use ($printed) {
    suspend();
    echo "printed by B\n";
    ob_start(fn (string $text) => strtoupper($text));
    echo "b has its own\n";
    await($printed->promise);
    ob_end_flush();
});
echo json_encode(await($a)), "\n";
$printed->resolve();
await($b);
?>
--EXPECT--
printed by B
[1,"inner goes on","A1 A2",0]
B HAS ITS OWN
