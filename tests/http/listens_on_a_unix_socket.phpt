--TEST--
Http\Server listens on a Unix socket: curl asks there, the address is the path, which goes with close()
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (!trim((string) shell_exec('command -v curl'))) die('skip needs curl');
?>
--FILE--
<?php
use Evloop\Http\{Request, Server};
use Evloop\{ListenOptions, Loop};

$path = sys_get_temp_dir() . '/evl' . getmypid() . '.sock';
$server = new Server(fn (Request $request) => "$request->path from '$request->remoteAddress'");
$server->listen("unix://$path", new ListenOptions(unixMode: 0600));
var_dump($server->localAddresses() === [$path], decoct(fileperms($path) & 0777));
$curl = proc_open(['curl', '-s', '--unix-socket', $path, 'http://server/page'], [1 => ['pipe', 'w']], $pipes);
Loop::onReadable($pipes[1], function ($pipe, $watcher) use ($server): void {
    echo fgets($pipe), "\n";
    $watcher->cancel();
    $server->close();
});
Loop::run();
clearstatcache();
var_dump(file_exists($path), proc_close($curl));
?>
--EXPECT--
bool(true)
string(3) "600"
/page from ''
bool(false)
int(0)
