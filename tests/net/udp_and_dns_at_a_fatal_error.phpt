--TEST--
UDP, DNS: a fatal error, or the end of the script, while operations wait leaves nothing behind
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/child.inc';

$ends = ['trigger_error("over", E_USER_ERROR)', 'exit("over\n")', 'print("over\n")'];
if (getenv('USE_ZEND_ALLOC') !== '0') { // else there is no memory_limit
    $ends[] = 'str_repeat("x", 1 << 40)';
}
foreach ($ends as $end) {
    $output = run_child(<<<PHP
        use Evloop\\{DatagramSocket, Dns, Loop};
        use function Evloop\\{async, delay};
        \$socket = DatagramSocket::bind('udp://127.0.0.1:0');
        \$other = DatagramSocket::bind('udp://127.0.0.1:0');
        \$other->on('message', fn () => delay(60))->on('close', fn () => print("never\\n"));
        \$other->send('waits in its listener', \$other->localAddress());
        async(fn () => \$socket->receive());
        async(fn () => Dns::resolve('localhost'));
        async(fn () => Dns::resolve('localhost'));
        async(fn () => Dns::reverse('127.0.0.1'));
        delay(0);
        async(fn () => Dns::resolve('localhost', STREAM_PF_INET));
        Loop::defer(function () { $end; Loop::stop(); });
        Loop::run();
        PHP);
    preg_match('/over|memory size/', $output, $said);
    preg_match('/evloop: .*/', $output, $left);
    $results[] = ($said[0] ?? $output) . strrchr($output, ' ') . ' ' . ($left[0] ?? '');
}
echo implode('; ', $results), "end\n";
?>
--EXPECTREGEX--
over 255 ; over 0 ; over 0 (; memory size 255 )?end
