<?php
// The TLS server, `tls-server.php MODE CERTIFICATE`, modes as in raw/tls.h: prints its port, and on SIGTERM its CPU time and the MiB or the handshakes since then.
use Evloop\{ListenOptions, Loop, ServerSocket, Socket, StreamException, TlsOptions};
use function Evloop\async;

[, $mode, $certificate] = $argv;
$count = 0;
$cpu = static function (): int {
	$usage = getrusage();
	return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1_000_000 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
};

$options = new TlsOptions(local_cert: $certificate, ciphers: 'TLS_AES_128_GCM_SHA256', min_proto_version: 'TLSv1.3');
$server = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: $options));
echo preg_replace('/.*:/', '', $server->localAddress()), "\n";

$piece = str_repeat("\0", 65536);
$serve = [
	'send' => static function (Socket $socket) use (&$count, $piece): void {
		for (;; $count += 65536) {
			$socket->write($piece);
		}
	},
	'take' => static function (Socket $socket) use (&$count): void {
		while (($data = $socket->read()) !== null) {
			$count += strlen($data);
		}
	},
][$mode] ?? static function (Socket $socket) use (&$count): void {
	$count++;
	$socket->write($socket->read());
	$socket->close();
};
async(static function () use ($server, $serve): void {
	while ($socket = $server->accept()) {
		async(static function () use ($socket, $serve): void {
			try {
				$serve($socket);
			} catch (StreamException) {
				// The load ends by closing.
			}
		});
	}
});

$start = $cpu();
$unit = $mode === 'send' || $mode === 'take' ? 1 << 20 : 1;
Loop::onSignal(15, static function () use (&$count, $cpu, $start, $unit): never {
	printf("cpu_us=%d requests=%d\n", $cpu() - $start, intdiv($count, $unit));
	exit(0);
});
Loop::run();
