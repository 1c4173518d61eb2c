--TEST--
Stream: a terminal that goes away while the program handles SIGHUP: reading and writing end, nothing spins
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$report = tempnam(sys_get_temp_dir(), 'evl');
$terminal = new TestTerminal(<<<PHP
\$say = fn (string \$text) => file_put_contents('$report', "\$text\n", FILE_APPEND);
Loop::onSignal(1, fn () => \$say('SIGHUP'))->unreference();
\$progress = new Progress(10, interval: 0.01);
\$used = fn () => getrusage()['ru_utime.tv_sec'] + getrusage()['ru_utime.tv_usec'] / 1e6;
\$before = \$used();
\$events = 0;
Loop::onReadable(STDERR, function (\$stream, \$watcher) use (&\$events) {
    \$events++;
    @fread(\$stream, 100) == '' && \$watcher->cancel();
});
try {
    Terminal::raw(function () use (\$say) {
        echo "ready\n";
        \$say('read ' . json_encode(Stream::stdin()->read()));
    });
} catch (Evloop\SocketException \$e) {
    \$say("read \$e->name");
}
delay(0.2);
try {
    Stream::stdout()->write('into the void');
    Stream::stdout()->drain();
} catch (Evloop\SocketException \$e) {
    \$say("write \$e->name");
}
\$progress->advance();
\$progress->finish();
\$say(\$events < 10 && \$used() - \$before < 2 ? 'idle' : 'busy');
\$say('over');
PHP);
$terminal->expect('ready');
$terminal->hangUp();
for ($deadline = microtime(true) + 20; !str_contains($said = file_get_contents($report), 'over') && microtime(true) < $deadline; usleep(5000));
unlink($report);
echo preg_replace('/read (null|EIO)/', 'read null or EIO', implode("\n", array_diff(explode("\n", $said), ['SIGHUP']))), str_contains($said, 'SIGHUP') ? "SIGHUP\n" : '';
?>
--EXPECT--
read null or EIO
write EIO
idle
over
SIGHUP
