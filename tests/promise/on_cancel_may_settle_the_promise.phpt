--TEST--
What $onCancel settles the promise with counts; what it throws rejects it
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Promise;
use function Evloop\await;

$kept = fn () => null;
$resolved = new Promise($kept, fn ($resolve) => $resolve('partial result'));
$resolved->cancel();
var_dump(await($resolved));
$rejected = new Promise($kept, fn ($resolve, $reject) => $reject(new LogicException('rejected')));
$rejected->cancel();
$thrown = new Promise($kept, fn () => throw new LogicException('thrown'));
$thrown->cancel();
$adopting = new Promise($kept, fn ($resolve) => $resolve(Promise::resolve('adopted')));
$adopting->cancel();
echo $adopting->state()->name, "\n";
var_dump(await($adopting));
foreach ([$rejected, $thrown] as $promise) {
    try {
        await($promise);
    } catch (LogicException $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
string(14) "partial result"
Pending
string(7) "adopted"
rejected
thrown
