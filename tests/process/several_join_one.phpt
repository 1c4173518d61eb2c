--TEST--
any number of coroutines may wait for one process
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, TimeoutException};
use function Evloop\{async, await};

$process = Process::spawn(['sh', '-c', 'read line; exit 6']);
$joins = [];
for ($i = 0; $i < 3; $i++) {
    $joins[] = async(fn () => $process->join());
}
$late = async(function () use ($process) {
    try {
        $process->join(0.01);
    } catch (TimeoutException) {
        $process->stdin->end("go\n");
        return 'timeout';
    }
});
var_dump(await($late), array_map(await(...), $joins));
?>
--EXPECT--
string(7) "timeout"
array(3) {
  [0]=>
  int(6)
  [1]=>
  int(6)
  [2]=>
  int(6)
}
