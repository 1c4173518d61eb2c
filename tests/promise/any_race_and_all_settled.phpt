--TEST--
any() takes the first value, race() the first result, allSettled() tells each
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{AggregateException, Promise, Settled};
use function Evloop\{async, await, delay};

$fail = fn (string $text, float $after = 0.0) => async(fn () => delay($after) ?? throw new Exception($text));
$give = fn (string $text, float $after = 0.0) => async(fn () => delay($after, $text));
echo await(Promise::any([$fail('quick'), $give('slow', 0.002), $give('slower', 0.05)])), "\n";
try {
    await(Promise::any(['k' => $fail('one', 0.001), 'l' => $fail('two')]));
} catch (AggregateException $e) {
    echo $e->getMessage(), ': ', json_encode(array_map(fn ($e) => $e->getMessage(), $e->getExceptions())), "\n";
}
echo await(Promise::race([$give('slow', 0.01), $give('quick', 0.001)])), "\n";
try {
    await(Promise::race([$give('slow', 0.01), $fail('quick failure')]));
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
foreach (await(Promise::allSettled(['good' => 1, 'bad' => $fail('why')])) as $key => $settled) {
    echo $key, ' ', $settled->state->name, ' ', var_export($settled->value, true), ' ', $settled->reason?->getMessage(), "\n";
}
try {
    $settled->value = 1;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
slow
None of 2 promises was fulfilled: {"k":"one","l":"two"}
quick
quick failure
good Fulfilled 1 
bad Rejected NULL why
Cannot modify readonly property Evloop\Settled::$value
