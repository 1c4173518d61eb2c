<?php
// openssl s_server as the others: `openssl-server.php MODE CERTIFICATE`, modes as in raw/tls.h. Prints a port, and on SIGTERM the CPU
// time; what it was spent on only the load knows. What is received goes to /dev/null.
[, , $certificate] = $argv;
$socket = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr(strrchr(stream_socket_get_name($socket, false), ':'), 1);
fclose($socket);
$command = ['openssl', 's_server', '-accept', "127.0.0.1:$port", '-cert', $certificate, '-key', $certificate, '-tls1_3', '-ciphersuites', 'TLS_AES_128_GCM_SHA256', '-quiet'];
$server = proc_open($command, [['pipe', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']], $pipes);
while (!@stream_socket_client("tcp://127.0.0.1:$port")) {
	usleep(10_000);
}
echo "$port\n";
pcntl_sigprocmask(SIG_BLOCK, [SIGTERM]);
pcntl_sigwaitinfo([SIGTERM]);
proc_terminate($server, 9);
proc_close($server);
$usage = getrusage(1);
printf("cpu_us=%d requests=1\n", ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1_000_000 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']);
