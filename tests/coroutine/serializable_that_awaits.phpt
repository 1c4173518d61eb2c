--TEST--
The old Serializable interface with methods that await, nested, in two coroutines at once
--EXTENSIONS--
evloop
--FILE--
<?php
error_reporting(E_ALL & ~E_DEPRECATED);
use function Evloop\{async, await, delay};

final class Old implements Serializable
{
    public function __construct(public string $name = '', public ?Old $child = null)
    {
    }

    public function serialize(): string
    {
        delay(0.001);
        return serialize([$this->name, $this->child]);
    }

    public function unserialize(string $data): void
    {
        delay(0.001);
        [$this->name, $this->child] = unserialize($data);
    }
}
$round = fn (string $name) => async(function () use ($name) {
    $object = new Old($name, new Old("$name child"));
    $back = unserialize(serialize([$object, $object]));
    return ($back[0] === $back[1] ? 'same ' : 'different ') . $back[0]->name . ', ' . $back[0]->child->name;
});
$all = array_map($round, ['a', 'b', 'c']);
echo implode("\n", array_map(await(...), $all)), "\n";
?>
--EXPECT--
same a, a child
same b, b child
same c, c child
