--TEST--
examples/https-server.php and tls-client.php: the pinned certificate is believed, by others it is not
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';

$examples = dirname(__DIR__, 2) . '/examples';
$process = proc_open('exec ' . escapeshellarg(PHP_BINARY) . ' ' . TestServer::settings() . " $examples/https-server.php 127.0.0.1:0", [1 => ['pipe', 'w']], $pipes);
preg_match('~^Listening on 127\.0\.0\.1:(\d+) with (\S+)~', fgets($pipes[1]), $found);
[, $port, $file] = $found;
$client = fn (string $more) => preg_replace(['~:\d{4,5}~', '~[0-9a-f]{64}~', '~Date: .*~'], [':PORT', 'FINGERPRINT', 'Date: TODAY'],
    shell_exec(escapeshellarg(PHP_BINARY) . ' ' . TestServer::settings() . " $examples/tls-client.php localhost:$port $more 2>&1"));
echo $client($file), $client('');
proc_terminate($process);
fclose($pipes[1]);
echo proc_close($process), file_exists($file) ? ' left' : ' gone', "\n";
?>
--EXPECT--
TLSv1.3, TLS_AES_256_GCM_SHA384, http/1.1
SHA-256 of the certificate: FINGERPRINT
HTTP/1.1 200 OK
Date: TODAY
Content-Type: text/plain; charset=utf-8
Content-Length: 29
Connection: close
connect tls://localhost:PORT failed: the certificate was refused: self-signed certificate (CN=localhost)
0 gone
