--TEST--
a program that is missing or not runnable, and a folder that is missing, are exceptions at the call
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, ProcessException, ProcessOptions};

$script = __DIR__ . '/what_cannot_be_started.sh';
file_put_contents($script, "echo no first line\n");
chmod($script, 0700);
$lost = __DIR__ . '/what_cannot_be_started.out';
file_put_contents($lost, "#!/nonexistent/interpreter\n");
chmod($lost, 0700);
$denied = __DIR__ . '/what_cannot_be_started.log';
touch($denied);
chmod($denied, 0600);
$cases = [[['no-such-program']], [['/nonexistent/x']], [[$script]], [[$lost]], [[$denied]], [[__DIR__]], [['ls'], ['cwd' => '/nonexistent']],
    [['ls'], ['cwd' => __FILE__]], [['ls'], ['user' => 'no-such-user']], [['ls'], ['group' => 'no-such-group']],
    [['ls'], ['stdin' => '/nonexistent']], [['ls'], ['stdout' => '/']], [['ls'], ['environment' => ['PATH' => '/nonexistent']]]];
foreach ($cases as $case) {
    $options = $case[1] ?? [];
    try {
        Process::spawn($case[0], $options ? new ProcessOptions(...$options) : null);
        echo "started\n";
    } catch (ProcessException $exception) {
        echo "$exception->step $exception->name ", str_replace(__DIR__ . '/', '', $exception->getMessage()), "\n";
    }
}
echo json_encode(scandir('/proc/self/fd') === scandir('/proc/self/fd')), "\n";
?>
--EXPECTF--
program ENOENT Process::spawn(): running no-such-program, which is in no folder of PATH, failed: no such file or directory (ENOENT)
program ENOENT Process::spawn(): running /nonexistent/x failed: no such file or directory (ENOENT)
program ENOEXEC Process::spawn(): running what_cannot_be_started.sh, which is no program and has no first line that names one, failed: Exec format error (ENOEXEC)
program ENOENT Process::spawn(): running what_cannot_be_started.out, or what its first line names or it is linked to, failed: no such file or directory (ENOENT)
program EACCES Process::spawn(): running what_cannot_be_started.log failed: permission denied (EACCES)
program EACCES Process::spawn(): running %s failed: permission denied (EACCES)
cwd ENOENT Process::spawn(): running ls in the folder /nonexistent failed: no such file or directory (ENOENT)
cwd ENOTDIR Process::spawn(): running ls in the folder what_cannot_be_started.php failed: not a directory (ENOTDIR)
user  Process::spawn(): there is no user "no-such-user"
user  Process::spawn(): there is no group "no-such-group"
descriptors ENOENT Process::spawn(): opening /nonexistent for ls failed: no such file or directory (ENOENT)
descriptors EISDIR Process::spawn(): opening / for ls failed: illegal operation on a directory (EISDIR)
program ENOENT Process::spawn(): running ls, which is in no folder of PATH, failed: no such file or directory (ENOENT)
true
