--TEST--
Reading beside a pending write, or the other way round, names both; writes queue; readAt and writeAt are free
--EXTENSIONS--
evloop
--FILE--
<?php
require __DIR__ . '/../include/file.inc';
use Evloop\{File, PendingOperationException};
use function Evloop\{async, await, gather, run};
run(function () {
    $dir = new TestFolder;
    $file = File::open($dir('f'), 'w+');
    gather(array_map(fn ($i) => fn () => $file->write(str_repeat(chr(65 + $i), 100000)), range(0, 5)));
    $written = file_get_contents($dir('f'));
    echo implode(array_map(fn ($i) => count_chars(substr($written, $i * 100000, 100000), 3), range(0, 5))), ' ', filesize($dir('f')), "\n";
    $both = function (callable $first, callable $second) {
        $pending = async($first);
        Evloop\suspend();
        $said = outcome($second);
        await($pending);
        return preg_replace(['~/\S+\.php:~', '~coroutine #\d+~', '~, called at .*?(?=[;]|$)~'], ['file:', 'coroutine', ''], $said);
    };
    $file->seek(0);
    echo $both(fn () => $file->write('x'), fn () => $file->read()), "\n";
    echo $both(fn () => $file->truncate(10), fn () => $file->write('x')), "\n";
    echo $both(fn () => $file->truncate(8), fn () => $file->seek(1)), "\n";
    echo $both(fn () => $file->write('x'), fn () => $file->truncate(1)), "\n";
    gather(array_map(fn ($i) => fn () => $file->writeAt(10 * $i, "<$i>"), range(0, 3)));
    echo implode(gather(array_map(fn ($i) => fn () => $file->readAt(10 * $i, 3), range(0, 3)))), ' ', strlen($file->readAt(0, 1000)), ' ', json_encode($file->readAt(1000, 5)), "\n";
});
?>
--EXPECT--
ABCDEF 600000
Evloop\PendingOperationException: read(): another operation on <dir>/f is pending: write() in coroutine at file:19; this is read() in coroutine at file:19
Evloop\PendingOperationException: write(): another operation on <dir>/f is pending: truncate() in coroutine at file:20; this is write() in coroutine at file:20
Evloop\PendingOperationException: seek(): another operation on <dir>/f is pending: truncate() in coroutine at file:21; this is seek() in coroutine at file:21
Evloop\PendingOperationException: truncate(): another operation on <dir>/f is pending: write() in coroutine at file:22; this is truncate() in coroutine at file:22
<0><1><2><3> 33 ""
