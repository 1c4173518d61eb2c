--TEST--
Http\Server: exit(), a fatal error and the end of the script while bodies are sent: finally runs where it can, nothing crashes
--FILE--
<?php
require dirname(__DIR__) . '/include/server.inc';

$program = <<<'PHP'
    use Evloop\Http\{Request, Server};
    use Evloop\Loop;
    function body(string $how) {
        try {
            yield $how;
            Evloop\delay(0.01);
            $how === 'exit' && exit("exits\n");
            $how === 'fatal' && eval('class Twice {} class Twice {}');
            $how === 'stop' && Loop::stop();
            for (;;) {
                yield str_repeat('x', 100000);
            }
        } finally {
            echo "finally\n";
        }
    }
    $server = new Server(fn (Request $request) => body(substr($request->path, 1)));
    $server->listen('tcp://127.0.0.1:0');
    foreach (['other', $argv[1]] as $i => $path) {
        $clients[$i] = stream_socket_client('tcp://' . $server->localAddresses()[0]);
        fwrite($clients[$i], "GET /$path HTTP/1.1\r\nHost: x\r\n\r\nGET /other HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    Loop::run();
    echo "the loop is over\n";
    PHP;
foreach (['exit', 'fatal', 'stop'] as $how) {
    exec(PHP_BINARY . ' ' . TestServer::settings() . ' -r ' . escapeshellarg($program) . " -- $how 2>&1", $lines, $status);
    echo "$how $status\n";
    echo preg_replace('/^(?:PHP )?Fatal.*(Twice).*/m', 'fatal: $1', trim(implode("\n", $lines))), "\n";
    $lines = [];
}
?>
--EXPECT--
exit 0
exits
finally
fatal 255
fatal: Twice
stop 0
the loop is over
finally
finally
