--TEST--
the collector sees through a process: options, streams and who waits
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, ProcessOptions, Stdio};
use function Evloop\{async, delay};

final class Mark
{
    public ?Process $process = null;
    public function __destruct()
    {
        echo "collected\n";
    }
}

$mark = new Mark;
$mark->process = Process::spawn(['cat'], new ProcessOptions(stderr: Stdio::Inherit));
$mark->process->stdin->on('close', function () use ($mark) {});
$pid = $mark->process->pid;
unset($mark);
gc_collect_cycles();
while (@file_get_contents("/proc/$pid/stat") !== false) {
    delay(0.001);
}
$mark = new Mark;
$mark->process = Process::spawn(['cat']);
$joining = async(fn () => $mark->process->join())->ignore();
delay(0.01);
$process = $mark->process;
unset($mark);
var_dump(gc_collect_cycles(), $process->isRunning());
$process->stdin->end();
var_dump(Evloop\await($joining));
?>
--EXPECT--
collected
int(0)
bool(true)
collected
int(0)
