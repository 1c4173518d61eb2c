--TEST--
Pool: at most max at once, the one used last first, waiters in order
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Pool};
use function Evloop\{async, delay};

class Resource
{
    public static int $made = 0;
    public int $number;
    public function __construct()
    {
        $this->number = ++self::$made;
    }
}
$pool = new Pool(fn () => new Resource, max: 2);
$order = [];
for ($i = 0; $i < 6; $i++) {
    async(function () use ($pool, $i, &$order) {
        $order[] = $pool->use(function (Resource $resource) use ($i) {
            delay(0);
            return $i;
        });
    });
}
Loop::run();
sort($order);
echo implode($order), ' by ', Resource::$made, "\n";
echo json_encode($pool->stats()), "\n";
$a = $pool->acquire();
$b = $pool->acquire();
$pool->release($a);
var_dump($pool->acquire() === $a, $pool->stats()['lent']);
try {
    $pool->acquire(0.001);
} catch (Evloop\TimeoutException $e) {
    echo $e->getMessage(), "\n";
}
foreach ([$pool->release(...), $pool->discard(...)] as $call) {
    try {
        $call(new Resource);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
$pool->release($b);
try {
    $pool->release($b);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
012345 by 2
{"lent":0,"idle":2,"pending":0,"waiting":0,"created":2,"destroyed":0}
bool(true)
int(2)
Pool::acquire(): nothing came back within 0.001 seconds
Evloop\Pool::release(): Argument #1 ($resource) must be an object that this pool has lent
Evloop\Pool::discard(): Argument #1 ($resource) must be an object that this pool has lent
Evloop\Pool::release(): Argument #1 ($resource) must be an object that this pool has lent
