--TEST--
await() takes a foreign object with then(), and refuses what is none
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await};

class Foreign
{
    public function then(?callable $onFulfilled = null, ?callable $onRejected = null): static
    {
        Evloop\Loop::delay(0.001, fn () => $onFulfilled('foreign value'));
        return $this;
    }
}
class Hidden
{
    private function then(): void
    {
    }
}
var_dump(await(new Foreign), await(async(fn () => await(new Foreign))));
foreach ([null, 5, 'text', [], new stdClass, new Hidden, fn () => 1] as $value) {
    try {
        await($value);
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
string(13) "foreign value"
string(13) "foreign value"
Evloop\await(): Argument #1 ($awaitable) must be a promise or an object with a then() method, null given
Evloop\await(): Argument #1 ($awaitable) must be a promise or an object with a then() method, int given
Evloop\await(): Argument #1 ($awaitable) must be a promise or an object with a then() method, string given
Evloop\await(): Argument #1 ($awaitable) must be a promise or an object with a then() method, array given
Evloop\await(): Argument #1 ($awaitable) must be a promise or an object with a then() method, stdClass given
Evloop\await(): Argument #1 ($awaitable) must be a promise or an object with a then() method, Hidden given
Evloop\await(): Argument #1 ($awaitable) must be a promise or an object with a then() method, Closure given
