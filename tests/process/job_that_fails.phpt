--TEST--
what a job throws, or ends by instead of a result, is a JobException
--EXTENSIONS--
evloop
posix
--FILE--
<?php
use Evloop\{JobException, Process, ProcessException, ProcessOptions, Stdio, TimeoutException};

$script = function (string $code): string {
    file_put_contents($file = __DIR__ . '/job_that_fails.out', "<?php $code");
    return $file;
};
foreach (['throw new DomainException("bad thing");', 'exit(3);', 'echo "a\nlast words\n"; posix_kill(getmypid(), 9);', 'undefined_function();', 'echo (',
    'return NAN;', 'return "\xff";', 'Evloop\async(fn () => throw new Exception("later")); return 1;'] as $code) {
    $job = Process::background($script($code));
    try {
        var_dump($job->result());
    } catch (JobException $exception) {
        echo preg_replace('~(/\S+/)+~', '', $exception->getMessage()), " | $exception->thrownClass | ", strlen($exception->thrownTrace) > 0 ? 'trace' : '', "\n";
    }
}
try {
    Process::background(__DIR__ . '/no-such-script.php');
} catch (ProcessException $exception) {
    echo "$exception->step $exception->name\n";
}
unlink(__DIR__ . '/job_that_fails.out');
?>
--EXPECTF--
DomainException: bad thing in job_that_fails.out:1 | DomainException | trace
job_that_fails.out ended with code 3 and has no result |  | 
job_that_fails.out was ended by signal 9 and has no result: last words |  | 
Error: Call to undefined function undefined_function() in job_that_fails.out:1 | Error | trace
ParseError: %s
JsonException: Inf and NaN cannot be JSON encoded in %s | JsonException | trace
JsonException: Malformed UTF-8 characters, possibly incorrectly encoded in %s | JsonException | trace
job_that_fails.out ended with code 255 and has no result: %s
program ENOENT
