--TEST--
UDP: send() waits when the system has no room, in order; who waits can be cancelled, and is told of close()
--EXTENSIONS--
evloop
--SKIPIF--
<?php require dirname(__DIR__) . '/include/names_skip.inc'; ?>
--FILE--
<?php
$base = tempnam(sys_get_temp_dir(), 'room');
file_put_contents("$base.c", <<<'C'
    #define _GNU_SOURCE
    #include <errno.h>
    #include <stdlib.h>
    #include <sys/socket.h>
    #include <sys/uio.h>
    /* No room while the variable is set. */
    ssize_t sendto(int fd, const void *data, size_t size, int flags, const struct sockaddr *to, socklen_t length)
    {
        struct iovec bytes = {(void *) data, size};
        struct msghdr message = {.msg_name = (void *) to, .msg_namelen = length, .msg_iov = &bytes, .msg_iovlen = 1};
        if (getenv("NO_ROOM") != NULL) { errno = EAGAIN; return -1; }
        return sendmsg(fd, &message, flags);
    }
    C);
file_put_contents("$base.php", <<<'PHP'
    <?php
    use Evloop\{CancelledError, ClosedException, DatagramSocket};
    use function Evloop\{async, await, delay};

    $to = DatagramSocket::bind('udp://127.0.0.1:0');
    $socket = DatagramSocket::connect('udp://' . $to->localAddress());
    putenv('NO_ROOM=1');
    foreach (['one', 'cancelled', 'two', 'three'] as $text) {
        $senders[$text] = async(fn () => $socket->send($text));
    }
    delay(0.01);
    $senders['cancelled']->cancel();
    putenv('NO_ROOM');
    $socket->send('four');
    for ($i = 0; $i < 4; $i++) {
        echo $to->receive(5)->data, "\n";
    }
    putenv('NO_ROOM=1');
    $late = async(fn () => $socket->send('late'));
    delay(0.01);
    $socket->close();
    foreach ([$senders['cancelled'], $late] as $promise) {
        try {
            await($promise);
        } catch (CancelledError | ClosedException $e) {
            echo $e::class, "\n";
        }
    }
    PHP);
passthru("cc -shared -fPIC -o $base.so $base.c " . dirname(__DIR__, 2) . '/tools/asan_dlopen.c -ldl 2>&1');
passthru("LD_PRELOAD=\"\$LD_PRELOAD $base.so\" " . getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . " $base.php 2>&1");
array_map(unlink(...), glob("$base*"));
?>
--EXPECT--
one
two
three
four
Evloop\CancelledError
Evloop\ClosedException
