--TEST--
a job's time, output and result are bounded; its output may be streamed; kill, stop and drop end all that it started
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{JobException, Process, ProcessException, ProcessOptions, Stdio, TimeoutException};

$script = function (string $code): string {
    file_put_contents($file = __DIR__ . '/job_within_limits.out', "<?php $code");
    return $file;
};
try {
    Process::background($script('sleep(60);'), [], new ProcessOptions(timeout: 0.1))->result();
} catch (TimeoutException $exception) {
    echo basename(strtok($exception->getMessage(), ',')), "\n";
}
$job = Process::background($script('for ($i = 0; $i < 100000; $i++) echo "$i\n"; return str_repeat("a", 1000);'), [], new ProcessOptions(outputLimit: 12));
try {
    $job->result();
} catch (ProcessException $exception) {
    echo basename($exception->getMessage()), "\n";
}
var_dump($job->output());
$job = Process::background($script('echo "one\n"; fwrite(STDERR, "two\n"); return 5;'), [], new ProcessOptions(stdout: Stdio::Pipe));
var_dump($job->process->stdout->readAll(), $job->result(), $job->output());
foreach (['kill', 'stop'] as $method) {
    $job = Process::background($script('$p = proc_open("sleep 60", [], $pipes); echo "ready\n"; sleep(60);'), [], new ProcessOptions(stdout: Stdio::Pipe));
    $job->process->stdout->readLine();
    $job->$method();
    var_dump($job->join(), $job->process->stdout->readAll());
}
$job = Process::background($script('$p = proc_open("sleep 60", [], $pipes); echo "ready\n"; sleep(60);'), [], new ProcessOptions(stdout: Stdio::Pipe));
$stdout = $job->process->stdout;
$stdout->readLine();
unset($job);
var_dump($stdout->readAll());
unlink(__DIR__ . '/job_within_limits.out');
?>
--EXPECT--
job_within_limits.out was ended
job_within_limits.out has more than 12 bytes
string(12) "99998
99999
"
string(4) "one
"
int(5)
string(4) "two
"
int(-9)
string(0) ""
int(-15)
string(0) ""
string(0) ""
