--TEST--
A thenable that rejects with no Throwable gives a RejectedException with the reason
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Promise, RejectedException};
use function Evloop\await;

class Rejects
{
    public function __construct(private array $reason)
    {
    }

    public function then(callable $resolve, callable $reject): void
    {
        $reject(...$this->reason);
    }
}
foreach ([['text'], [42], [['an' => 'array']], [null], []] as $reason) {
    try {
        await(new Rejects($reason));
    } catch (RejectedException $e) {
        echo $e->getMessage(), ' ', json_encode($e->reason), "\n";
    }
}
try {
    await(new Rejects([new DomainException('stays what it is')]));
} catch (DomainException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
Rejected with a reason of type string, which is no Throwable "text"
Rejected with a reason of type int, which is no Throwable 42
Rejected with a reason of type array, which is no Throwable {"an":"array"}
Rejected with a reason of type null, which is no Throwable null
Rejected with a reason of type null, which is no Throwable null
stays what it is
