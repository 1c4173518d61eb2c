--TEST--
A destructor awaits where PHP allows it (8.4); before, it gets a LogicException and nothing breaks
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay};

class Waits
{
    public mixed $self;

    public function __destruct()
    {
        try {
            delay(0.001);
            $result = true;
        } catch (LogicException) {
            $result = false;
        }
        echo $result === PHP_VERSION_ID >= 80400 ? "as it should be\n" : "wrong\n";
    }
}
await(async(function () {
    $object = new Waits;
    unset($object);
    echo "after unset()\n";
}));
await(async(fn () => new Waits));
$object = new Waits;
unset($object);
await(async(function () {
    $object = new Waits;
    throw new Exception('unwinding frees it');
})->catch(fn () => null));
echo "end\n";
?>
--EXPECT--
as it should be
after unset()
as it should be
as it should be
as it should be
end
