--TEST--
Cycles of Scope, closure and coroutine go with gc_collect_cycles()
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Scope;
use function Evloop\{async, delay, scope};

class Tells
{
    public array $all = [];
    public function __construct(private string $name) {}
    public function __destruct() { echo "$this->name is gone\n"; }
}
$ended = new Tells('an ended scope in a cycle');
scope(function (Scope $scope) use ($ended) {
    $ended->all = [$ended, $scope, $scope->async(fn () => $ended), fn () => $scope];
});
unset($ended);
gc_collect_cycles();
$failed = new Tells('a failed one');
try {
    scope(function (Scope $scope) use ($failed) {
        $failed->all = [$failed, $scope];
        $scope->async(fn () => throw new Exception);
    });
} catch (Exception) {
}
unset($failed);
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
an ended scope in a cycle is gone
a failed one is gone
end
