--TEST--
examples/prompt.php: commands while requests are answered, a password that is not shown, one key in raw mode
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal('$argv[1] = "127.0.0.1:0"; require "' . dirname(__DIR__, 2) . '/examples/prompt.php";');
preg_match('~[\d.]+:\d+~', $terminal->expect('type help'), $address);
$terminal->expect('> ');
$get = fn () => print(@file_get_contents("http://$address[0]/path") ?: "refused\n");
$get();
foreach (['greet Good day', 'status', 'help'] as $command) {
    $terminal->type("$command\n");
    $terminal->expect("\r\n");
    echo preg_replace('/[\d.]+ MiB/', 'some MiB', strtr($terminal->expect('> '), ["\r\n" => "\n"])), "\n";
    $get();
}
$terminal->type("password\n");
$terminal->expect('shown): ');
$get();
$terminal->type("secret\n");
$terminal->expect('set');
$terminal->expect('> ');
$get();
echo file_get_contents("http://$address[0]/", context: stream_context_create(['http' => ['header' => 'Authorization: Basic ' . base64_encode(':secret')]]));
$terminal->type("watch\n");
$terminal->expect('7 requests, q ends');
$terminal->type('xq');
$terminal->expect('> ');
$terminal->type("\x04");
echo implode(':', $terminal->end()), $terminal->mode(), "\n";
?>
--EXPECT--
Hello, /path
Good day it is
> 
Good day, /path
2 requests, some MiB
> 
Good day, /path
status, greet WORD, password, watch, quit
> 
Good day, /path
Good day, /path
refused
Good day, /
0:
That were 7 requests.
lines echo signals
