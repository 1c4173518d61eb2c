--TEST--
Node as client and as server: versions, ALPN, SNI, sessions, client certificates, a megabyte both ways
--EXTENSIONS--
evloop
openssl
--SKIPIF--
<?php
exec('node --version 2>/dev/null', $output, $status);
if ($status !== 0) {
    die('skip there is no node');
}
?>
--FILE--
<?php
require dirname(__DIR__) . '/include/tls_commands.inc';
use Evloop\{ConnectOptions, ListenOptions, ServerSocket, Socket, TlsOptions};

$pki = Certificates::usual();
$script = $pki->write('peer.js', <<<'JS'
const tls = require('tls'), fs = require('fs'), folder = process.argv[3] + '/';
const read = (name) => fs.readFileSync(folder + name), ca = read('root.crt');
const options = { ca, cert: read('client.pem'), key: read('client.key'), ALPNProtocols: ['b', 'a'], servername: 'localhost' };
function ask(port, more, then) {
  let length = 0;
  const socket = tls.connect(port, '127.0.0.1', { ...options, ...more }, () => socket.end(Buffer.alloc(1 << 20, 'x')));
  let session = null, text = '';
  socket.on('session', (s) => session = s);
  socket.on('data', (data) => { length += data.length; text = data.toString('latin1').slice(0, 40); });
  socket.on('end', () => { console.log(socket.getProtocol() || text, socket.alpnProtocol, socket.isSessionReused() ? 'resumed' : 'new', length); then && then(session); });
  socket.on('error', (error) => { console.log(error.code); then && then(null); });
}
if (process.argv[2] === 'client') {
  const port = process.argv[4];
  ask(port, { maxVersion: 'TLSv1.2' }, (s) => ask(port, { maxVersion: 'TLSv1.2', session: s }, () =>
    ask(port, {}, (s) => ask(port, { session: s }, () => ask(port, { ca: undefined }, () => ask(port, { servername: 'other.example' }, () => ask(port, { ALPNProtocols: ['c'] })))))));
} else {
  const server = tls.createServer({ key: read('server.key'), cert: read('server.pem'), ca, requestCert: true, rejectUnauthorized: true, ALPNProtocols: ['b'], maxVersion: process.argv[4] },
    (socket) => { let n = 0; socket.on('data', (d) => n += d.length);
      socket.on('end', () => socket.end(`${socket.getProtocol()} ${socket.servername} ${socket.alpnProtocol} ${socket.getPeerCertificate().subject.CN} ${socket.isSessionReused()} ${n}`)); });
  server.on('tlsClientError', (error) => console.log(error.code));
  server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port + '.'));
}
JS);
$server = ServerSocket::listen('tls://127.0.0.1:0', new ListenOptions(tls: new TlsOptions(local_cert: $pki->pem('server'), cafile: $pki->crt('root'), alpn_protocols: ['a', 'b'])));
$server->on('connection', function (Socket $socket) {
    try {
        $length = strlen($socket->readAll(1 << 21));
        $socket->write(str_repeat('y', $length));
        $socket->end();
    } catch (Evloop\StreamException) {
        // One that refuses us.
    }
});
echo (new TlsCommand(['node', $script, 'client', $pki->folder, substr(strrchr($server->localAddress(), ':'), 1)]))->end();
$server->close();
foreach (['TLSv1.2', 'TLSv1.3'] as $version) {
    $node = new TlsCommand(['node', $script, 'server', $pki->folder, $version]);
    $port = (int) $node->until('~port (\d+)\.~')[1];
    $tls = new TlsOptions(cafile: $pki->crt('root'), local_cert: $pki->pem('client'), alpn_protocols: ['a', 'b']);
    for ($i = 0; $i < 2; $i++) {
        $socket = Socket::connect("tls://localhost:$port", new ConnectOptions(tls: $tls));
        $socket->write(str_repeat('x', 1 << 20));
        $socket->end();
        echo $socket->readAll(), ' ', $socket->tls()->alpn, "\n";
        $socket->close();
    }
    echo tls_failure(fn () => Socket::connect("tls://localhost:$port", new ConnectOptions(tls: new TlsOptions(cafile: $pki->crt('root'))))->readAll());
    $node->kill();
}
?>
--EXPECT--
TLSv1.2 a new 1048576
TLSv1.2 a resumed 1048576
TLSv1.3 a new 1048576
TLSv1.3 a resumed 1048576
UNABLE_TO_GET_ISSUER_CERT_LOCALLY
ERR_TLS_CERT_ALTNAME_INVALID
ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL
TLSv1.2 localhost b client false 1048576 b
TLSv1.2 false b client true 1048576 b
Evloop\TlsException: connect tls://localhost:PORT failed: the peer refused: handshake failure
TLSv1.3 localhost b client false 1048576 b
TLSv1.3 localhost b client true 1048576 b
Evloop\TlsException: readAll() from 127.0.0.1:PORT failed: the peer refused: tlsv13 alert certificate required
