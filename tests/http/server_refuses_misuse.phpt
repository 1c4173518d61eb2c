--TEST--
Http\Server and ServerOptions: wrong arguments and wrong times have a clear exception
--FILE--
<?php
use Evloop\Http\{Server, ServerOptions};
use Evloop\{ListenOptions, Timeouts};

$server = new Server(fn () => '');
$server->listen('tcp://127.0.0.1:0')->listen('tcp://[::1]:0');
[$address] = $server->localAddresses();
$closed = new Server(strlen(...));
$closed->close();
foreach ([
    fn () => $server->listen("tcp://$address"),
    fn () => $server->listen('tcp://127.0.0.1:99999'),
    fn () => $server->listen('udp://127.0.0.1:0'),
    fn () => $server->listen('tcp://192.0.2.1:0'),
    fn () => $server->listen('tcp://127.0.0.1:0', new ListenOptions(timeouts: new Timeouts(read: 1.0))),
    fn () => $closed->listen('tcp://127.0.0.1:0'),
    fn () => $closed->close() ?? $closed->localAddresses(),
    fn () => $server->close(-1),
    fn () => $server->close(NAN),
    fn () => $server->__construct('strlen'),
    fn () => new Server('nothing'),
    fn () => clone $server,
    fn () => serialize($server),
    fn () => new ServerOptions(maxTarget: 1),
    fn () => new ServerOptions(maxBody: -1),
    fn () => new ServerOptions(maxConnections: 0),
    fn () => new ServerOptions(maxHead: 'x'),
    fn () => new ServerOptions(headTimeout: 0.0),
    fn () => new ServerOptions(serverName: "a\r\nb"),
    fn () => (new ServerOptions())->__construct(),
    fn () => (new ServerOptions(maxBody: 5, maxInFlight: 3, serverName: 'x')),
] as $code) {
    try {
        var_dump($code());
    } catch (Throwable $error) {
        echo get_class($error), ': ', strtr($error->getMessage(), [$address => 'ADDRESS']), "\n";
    }
}
$server->close();
?>
--EXPECTF--
Evloop\SocketException: listen on tcp://ADDRESS failed: address already in use (EADDRINUSE)
ValueError: Evloop\Http\Server::listen(): Argument #1 ($uri) %s
ValueError: Evloop\Http\Server::listen(): Argument #1 ($uri) %s
Evloop\SocketException: listen on tcp://192.0.2.1:0 failed: address not available (EADDRNOTAVAIL)
ValueError: Evloop\Http\Server::listen(): Argument #2 ($options) must be without timeouts, which are a matter of the ServerOptions
Evloop\ClosedException: The HTTP server is closed
array(0) {
}
ValueError: Evloop\Http\Server::close(): Argument #1 ($grace) must be a number of seconds between 0 and %s
ValueError: Evloop\Http\Server::close(): Argument #1 ($grace) must be a number of seconds between 0 and %s
Error: Cannot construct Evloop\Http\Server again
TypeError: Evloop\Http\Server::__construct(): Argument #1 ($handler) must be a valid callback, function "nothing" not found or invalid function name
Error: Trying to clone an uncloneable object of class Evloop\Http\Server
Exception: Serialization of 'Evloop\Http\Server' is not allowed
ValueError: Evloop\Http\ServerOptions::__construct(): Argument #1 ($maxTarget) must be between 16 and 1048576
ValueError: Evloop\Http\ServerOptions::__construct(): Argument #4 ($maxBody) must be between 0 and 9223372036854775807
ValueError: Evloop\Http\ServerOptions::__construct(): Argument #7 ($maxConnections) must be between 1 and 2147483647, or null
TypeError: Evloop\Http\ServerOptions::__construct(): Argument #2 ($maxHead) must be of type int, string given
ValueError: Evloop\Http\ServerOptions::__construct(): Argument #9 ($headTimeout) must be a number of seconds above 0 and up to 3.2e+9, or null for no limit
ValueError: Evloop\Http\ServerOptions::__construct(): Argument #13 ($serverName) must be a header value of 1 to 256 bytes
Error: Cannot construct Evloop\Http\ServerOptions again
object(Evloop\Http\ServerOptions)#%d (13) {
  ["maxTarget"]=>
  int(8192)
  ["maxHead"]=>
  int(65536)
  ["maxHeaders"]=>
  int(128)
  ["maxBody"]=>
  int(5)
  ["maxTrailers"]=>
  int(8192)
  ["maxPipelined"]=>
  int(64)
  ["maxConnections"]=>
  NULL
  ["maxInFlight"]=>
  int(3)
  ["headTimeout"]=>
  float(15)
  ["bodyTimeout"]=>
  float(30)
  ["keepAliveTimeout"]=>
  float(60)
  ["maxRequestsPerConnection"]=>
  NULL
  ["serverName"]=>
  string(1) "x"
}
