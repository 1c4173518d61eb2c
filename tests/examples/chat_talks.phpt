--TEST--
examples/chat.php: lines go to all the others, names are unique, who leaves is told, the socket file goes
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';
use Evloop\{Socket, SocketException};

$path = sys_get_temp_dir() . '/evl' . getmypid() . '.sock';
$command = 'exec ' . escapeshellarg(PHP_BINARY) . ' ' . TestServer::settings() . ' ' . dirname(__DIR__, 2) . "/examples/chat.php $path";
$process = proc_open($command, [1 => ['pipe', 'w']], $pipes);
echo str_replace($path, 'PATH', fgets($pipes[1]));

/** Somebody who has said their name. */
function member(string $path, string $name): Socket
{
    $member = Socket::connect("unix://$path");
    echo $member->readLine(), "\n";
    $member->write("$name\n");
    return $member;
}

$ada = member($path, 'ada');
echo $ada->readLine(), "\n";
$bob = member($path, 'bob');
echo $ada->readLine(), "\n", $bob->readLine(), "\n";
echo member($path, 'bob')->readAll();
$bob->write("hello\nagain\n");
echo $ada->readLine(), "\n", $ada->readLine(), "\n";
$bob->close();
echo $ada->readLine(), "\n";
proc_terminate($process);
fclose($pipes[1]);
echo proc_close($process), file_exists($path) ? ' left' : ' gone', "\n";
?>
--EXPECT--
Listening on PATH (stop with Ctrl-C)
Who are you?
* ada is here
Who are you?
* bob is here
* bob is here
Who are you?
There is somebody of that name.
bob: hello
bob: again
* bob has left
0 gone
