--TEST--
processes that run when their loop ends are killed; exit() in a callback and a fatal error end them, too
--EXTENSIONS--
evloop
posix
--FILE--
<?php
require dirname(__DIR__) . '/include/child.inc';
use Evloop\{Loop, Process, ProcessException};

$ended = function (int $pid): string {
    for ($i = 0; $i < 500 && posix_kill($pid, 0) && !str_contains(file_get_contents("/proc/$pid/status"), 'State:	Z'); $i++) {
        usleep(10000);
    }
    return $i < 500 ? 'ended' : 'runs';
};
$process = Loop::isolate(fn () => Process::spawn(['sleep', '60']));
var_dump($ended($process->pid), $process->isRunning(), $process->signal(9));
$start = '$p = Evloop\Process::spawn(["sleep", "60"]); echo $p->pid, " "; ';
foreach (['', 'Evloop\async(fn () => exit(3));', 'Evloop\async(function () use ($p) { $p->join(); }); Evloop\Loop::delay(0.01, fn () => exit(4));',
    'ini_set("memory_limit", "8M"); Evloop\async(fn () => $p->join()); Evloop\async(fn () => str_repeat("a", 1 << 30));',
    'Evloop\async(fn () => throw new Exception("uncaught"));'] as $code) {
    $output = run_child($start . $code);
    [$pid] = explode(' ', $output);
    echo preg_replace('~^\d+ |(in|on) \S+ ?|\(.*\)|\{.*\}|thrown.*(?= status)|Stack trace:.*(?= status)~', '', $output), ': ', $ended((int) $pid), "\n";
}
?>
--EXPECTF--
string(5) "ended"
bool(false)
bool(false)
status 0: ended
status 3: ended
status 4: ended
%AAllowed memory size%Astatus 255: ended
%Auncaught%Astatus 255: ended
