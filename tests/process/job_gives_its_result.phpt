--TEST--
Process::background(): the script's result by JSON, whatever it prints; arguments, id, the same PHP with evloop
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{JobException, Process, ProcessException, ProcessOptions, Stdio, TimeoutException};

$script = function (string $code): string {
    file_put_contents($file = __DIR__ . '/job_gives_its_result.out', "<?php $code");
    return $file;
};
$job = Process::background($script('echo "{\"result\": 1}\n"; fwrite(STDERR, "error\n");
    return [$argv[1], $argc, $_SERVER["argv"] === $argv, basename(__FILE__), basename($_SERVER["SCRIPT_FILENAME"]), getenv("EVLOOP_JOB"), 1.0, null];'), ['a b', 2]);
$result = $job->result();
var_dump($result[5] === $job->id, strlen($job->id), $job->join(), $job->isRunning(), $job->process->pid > 1);
unset($result[5]);
echo json_encode($result, JSON_PRESERVE_ZERO_FRACTION), "\n", $job->output();
var_dump(Process::background($script('return Evloop\await(Evloop\async(fn () => PHP_BINARY));'))->result() === PHP_BINARY);
var_dump(Process::background($script(''))->result(), Process::background($script('exit(0);'))->result(), Process::background($script('return false;'))->result());
var_dump(strlen(Process::background($script('return str_repeat("a", 1 << 20);'))->result()));
$other = Process::background($script('chdir("/"); $e = $fd = 1; global $x; $x = 2; return [isset($argv), $GLOBALS["x"], array_keys(get_defined_vars())];'));
echo json_encode($other->result()), "\n";
$nested = $script('return ($argv[1] ?? 0) ? getenv("EVLOOP_JOB") : (function () { $job = Evloop\Process::background(__FILE__, [1]); return [$job->id === $job->result(), $job->id !== getenv("EVLOOP_JOB")]; })();');
echo json_encode(Process::background($nested)->result()), "\n";
unlink(__DIR__ . '/job_gives_its_result.out');
?>
--EXPECT--
bool(true)
int(16)
int(0)
bool(false)
bool(true)
{"0":"a b","1":3,"2":true,"3":"job_gives_its_result.out","4":"job_gives_its_result.out","6":1.0,"7":null}
{"result": 1}
error
bool(true)
int(1)
NULL
bool(false)
int(1048576)
[true,2,["_GET","_POST","_COOKIE","_FILES","argv","argc","_SERVER","e","fd","x"]]
[true,true]
