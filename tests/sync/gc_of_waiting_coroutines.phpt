--TEST--
A coroutine that nobody can wake any more is garbage, wherever it waits: its finally runs, its values go
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Barrier, Channel, Deferred, Event, Mutex, Pool, Semaphore};
use function Evloop\{async, delay, select};

class Tracked
{
    public function __construct(private string $name) {}
    public function __destruct()
    {
        echo $this->name, ' ';
    }
}
[$mutex, $semaphore] = [new Mutex, new Semaphore(1)];
$waits = [
    'receive' => fn () => (new Channel)->receive(),
    'send' => fn () => (new Channel)->send(new Tracked('value')),
    'select' => fn () => select([($c = new Channel)->onReceive(), $c->onReceive(), (new Channel)->onSend(new Tracked('arm')), (new Deferred)->promise]),
    'mutex' => fn () => [$m = new Mutex, $m->acquire(), $m->acquire()],
    'semaphore' => fn () => [$s = new Semaphore(1), $s->acquire(), $s->withPermit(fn () => 1)],
    'barrier' => fn () => (new Barrier(2))->arrive(),
    'event' => fn () => (new Event)->await(),
    'pool' => fn () => [$p = new Pool(fn () => new ArrayObject, max: 1), $p->acquire(), $p->acquire()],
];
foreach ($waits as $name => $wait) {
    $coroutine = async(function () use ($name, $wait) {
        $local = new Tracked('local');
        try {
            $wait();
        } finally {
            echo "$name: finally ";
        }
    });
    delay(0);
    gc_collect_cycles();
    unset($coroutine);
    gc_collect_cycles();
    echo "\n";
}
?>
--EXPECT--
receive: finally local 
value send: finally local 
arm select: finally local 
mutex: finally local 
semaphore: finally local 
barrier: finally local 
event: finally local 
pool: finally local
