--TEST--
What tryWrite() took is in the file, and on its way to a peer, when a fatal error ends a coroutine in the same tick
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/child.inc';
require __DIR__ . '/../include/file.inc';
$dir = new TestFolder;
$said = run_child(<<<'CODE'
    use Evloop\{File, Socket};
    use function Evloop\{async, delay};
    [$one, $other] = Socket::pair();
    $file = File::open("$argv[1]/f", 'w');
    $file->tryWrite('file');
    $one->tryWrite('peer');
    $peer = fopen('php://fd/' . $other->getFd(), 'r');
    register_shutdown_function(function () use ($peer) {
        stream_set_blocking($peer, false);
        echo fread($peer, 10), "\n";
    });
    async(fn () => trigger_error('stop', E_USER_ERROR));
    delay(1);
    CODE, $dir->path);
echo $said, ': ', file_get_contents($dir('f')), "\n";
?>
--EXPECTF--
Fatal error: stop%S peer status 255: file
