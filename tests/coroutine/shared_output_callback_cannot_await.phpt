--TEST--
The callback of a buffer that belongs to others, {main} say, cannot wait: they could end it meanwhile
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, suspend};

$callback = function (string $text) {
    try {
        delay(0);
        return "(waited) $text";
    } catch (LogicException $e) {
        return "{$e->getMessage()}\n$text";
    }
};
ob_start($callback);
echo "of {main}\n";
ob_end_flush();

ob_start($callback);
await(async(function () {
    suspend();
    echo "of {main}, ended by a coroutine\n";
    ob_end_flush();
}));
await(async(function () use ($callback) {
    ob_start($callback);
    echo "of its own\n";
    ob_end_flush();
}));
?>
--EXPECT--
Cannot suspend here: others may write to or end the output buffer whose callback this is
of {main}
Cannot suspend here: others may write to or end the output buffer whose callback this is
of {main}, ended by a coroutine
(waited) of its own
