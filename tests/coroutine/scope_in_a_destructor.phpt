--TEST--
Where PHP cannot switch, what would have to wait in scope(), shield() or timeout() says so
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay, scope, shield, timeout};

class Careless
{
    public function __construct(private Closure $body) {}
    public function __destruct()
    {
        try {
            ($this->body)();
        } catch (LogicException $e) {
            echo $e->getMessage(), "\n";
        }
    }
}
foreach (['scope' => scope(...), 'shield' => shield(...), 'timeout' => fn ($body) => timeout(5.0, $body)] as $name => $function) {
    echo "$name in {main}: ";
    new Careless(fn () => $function(fn () => delay(0)));
    await(async(function () use ($function, $name) {
        echo "$name in a coroutine: ";
        new Careless(fn () => $function(fn () => delay(0)));
    }));
}
?>
--EXPECT--
scope in {main}: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
scope in a coroutine: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
shield in {main}: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
shield in a coroutine: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
timeout in {main}: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
timeout in a coroutine: Cannot suspend here: PHP does not allow to suspend in a destructor before 8.4, in a tick function or in a pcntl signal handler
