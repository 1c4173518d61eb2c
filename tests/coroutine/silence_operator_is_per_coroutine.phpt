--TEST--
@ silences its own coroutine only, and starts nobody silenced
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, suspend};

set_error_handler(function (int $level, string $message) {
    echo $message, error_reporting() & $level ? ": reported\n" : ": silenced\n";
    return true;
});
function warn(string $who): void
{
    delay(0.003);
    trigger_error($who);
}
$a = async(fn () => @warn('inside @'));
$b = async(function () {
    delay(0.001);
    trigger_error('beside it');
});
suspend();
trigger_error('{main} beside it');
await($a);
await($b);
$made = @(fn () => async(fn () => trigger_error('made inside @')))();
await($made);
@await(async(fn () => trigger_error('awaited inside @')));
trigger_error('after all');
?>
--EXPECT--
{main} beside it: reported
beside it: reported
inside @: silenced
made inside @: reported
awaited inside @: reported
after all: reported
