--TEST--
examples/http-server.php: headless Chromium loads the page
--SKIPIF--
<?php
if (!is_executable('/usr/bin/chromium')) {
	die('skip needs /usr/bin/chromium');
}
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';

$server = new TestServer(dirname(__DIR__, 2) . '/examples/http-server.php', '127.0.0.1:0');
$profile = sys_get_temp_dir() . '/evloop-chromium-' . getmypid();
$flags = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'
	. ' --disable-component-update --disable-sync --disable-dev-shm-usage';

$dom = shell_exec("timeout 60 chromium $flags --user-data-dir=$profile --dump-dom {$server->url()} 2>/dev/null");
shell_exec('rm -rf ' . escapeshellarg($profile));
var_dump(preg_match('~<html.*<h1.*</h1>.*</html>~is', (string) $dom) ?: $dom);
var_dump($server->stop()[0]);
?>
--EXPECT--
int(1)
int(0)
