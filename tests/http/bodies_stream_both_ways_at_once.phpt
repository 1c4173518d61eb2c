--TEST--
Http\Server: a generator, or the body itself, sends back what it reads while it arrives; a socket is a body, too
--SKIPIF--
<?php if (!shell_exec('command -v curl')) die('skip needs curl'); ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';

$program = <<<'PHP'
    <?php
    use Evloop\Http\{Request, Response, Server};
    use Evloop\{Loop, ServerSocket, Socket};
    use function Evloop\async;
    $source = ServerSocket::listen('tcp://127.0.0.1:0');
    async(function () use ($source) {
        foreach ($source as $socket) {
            for ($i = 0; $i < 100; $i++) {
                $socket->write(str_repeat((string) ($i % 10), 100_000));
            }
            $socket->end();
        }
    });
    $server = new Server(fn (Request $request) => match ($request->path) {
        '/generator' => (function () use ($request) {
            foreach ($request->body() as $piece) {
                yield strtoupper($piece);
            }
        })(),
        '/body' => new Response(200, ['Content-Length' => $request->header('content-length')], $request->body()),
        '/socket' => Socket::connect('tcp://' . $source->localAddress()),
    });
    $server->listen('tcp://127.0.0.1:0');
    echo $server->localAddresses()[0], "\n";
    Loop::run();
    PHP;
file_put_contents($file = tempnam(sys_get_temp_dir(), 'evloop'), $program);
file_put_contents("$file.in", $in = str_repeat(bin2hex(random_bytes(500)), 10_000));
$server = new TestServer($file);
$curl = fn (string $path, string $options) => shell_exec("curl -s -m 50 $options " . escapeshellarg($server->url($path)));
var_dump($curl('/generator', "--data-binary @$file.in") === strtoupper($in));
var_dump($curl('/generator', "-T - < $file.in") === strtoupper($in));
var_dump($curl('/body', "--data-binary @$file.in") === $in);
var_dump(md5($curl('/socket', '')) === md5(implode('', array_map(fn ($i) => str_repeat((string) ($i % 10), 100_000), range(0, 99)))));
array_map(unlink(...), [$file, "$file.in"]);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
