--TEST--
another user, by name or number, with the groups it is in
--EXTENSIONS--
evloop
posix
--SKIPIF--
<?php
if (posix_getuid() !== 0) die('skip not root');
if (!posix_getpwnam('nobody') || !posix_getgrnam('daemon')) die('skip no such users');
?>
--FILE--
<?php
use Evloop\{Process, ProcessException, ProcessOptions};

$ids = fn (array $options) => rtrim(Process::run(['sh', '-c', 'echo $(id -u) $(id -g) $(id -G)'], '', new ProcessOptions(...$options))->stdout);
$nobody = posix_getpwnam('nobody');
$daemon = posix_getgrnam('daemon')['gid'];
var_dump($ids(['user' => 'nobody']) === "{$nobody['uid']} {$nobody['gid']} {$nobody['gid']}");
var_dump($ids(['user' => $nobody['uid']]) === "{$nobody['uid']} {$nobody['gid']} {$nobody['gid']}");
var_dump($ids(['user' => 'nobody', 'group' => 'daemon']) === "{$nobody['uid']} $daemon $daemon");
var_dump($ids(['group' => $daemon]) === "0 $daemon $daemon");
var_dump($ids(['user' => 54321, 'group' => 12345]));
try {
    $ids(['user' => 54321]);
} catch (ProcessException $exception) {
    echo $exception->step, ' ', $exception->getMessage(), "\n";
}
// The folder is looked at with the user's rights.
$folder = __DIR__ . '/user_and_group.out';
mkdir($folder, 0700);
try {
    $ids(['user' => 'nobody', 'cwd' => $folder]);
} catch (ProcessException $exception) {
    echo $exception->step, ' ', $exception->name, "\n";
}
rmdir($folder);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
string(17) "54321 12345 12345"
user Process::run(): there is no user 54321, so a group has to be given, too
cwd EACCES
