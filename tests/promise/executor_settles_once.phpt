--TEST--
The executor runs at once; its first call counts, what it throws rejects
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Promise;
use function Evloop\await;

function show(Promise $promise): void
{
    try {
        echo json_encode(await($promise)), "\n";
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
$promise = new Promise(function (callable $resolve, callable $reject) {
    echo "executor\n";
    $resolve('first');
    $resolve('second');
    $reject(new Exception('third'));
    throw new Exception('fourth');
});
echo "constructed\n";
show($promise);
show(new Promise(fn () => throw new Exception('thrown')));
show(new Promise(fn (callable $resolve, callable $reject) => $reject(new Exception('rejected'))));
show(new Promise(fn (callable $resolve) => $resolve()));
show(new Promise(fn (callable $resolve, callable $reject) => $reject()));
show(new Promise(fn (callable $resolve) => $resolve(Promise::reject(new Exception('adopted')))));
?>
--EXPECT--
executor
constructed
"first"
thrown
rejected
null
Rejected with a reason of type null, which is no Throwable
adopted
