--TEST--
__serialize() and __unserialize() that await, in two coroutines at once
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay};

class Slow
{
    public function __construct(public string $name, public mixed $twice = null)
    {
    }

    public function __serialize(): array
    {
        delay(0.001);
        $shared = new stdClass;
        return [$this->name, $this->twice, $shared, $shared];
    }

    public function __unserialize(array $data): void
    {
        delay(0.001);
        [$this->name, $this->twice, $a, $b] = $data;
        if ($a !== $b) {
            echo "references mixed up\n";
        }
    }
}
$round = fn (string $name) => async(function () use ($name) {
    $object = new Slow($name, new Slow("$name inner"));
    $text = serialize([$object, $object, new Slow("$name second")]);
    $back = unserialize($text);
    $same = $back[0] === $back[1] && serialize($back) === $text;
    return ($same ? 'same' : 'different') . " {$back[0]->name}, {$back[0]->twice->name}, {$back[2]->name}";
});
$all = array_map($round, ['a', 'b', 'c']);
echo implode("\n", array_map(await(...), $all)), "\n";
echo unserialize(serialize(new Slow('main')))->name, "\n";
?>
--EXPECT--
same a, a inner, a second
same b, b inner, b second
same c, c inner, c second
main
