--TEST--
Http\ServerOptions: timeouts of heads and bodies have their status, idle connections just end
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server(['headTimeout' => 0.2, 'bodyTimeout' => 0.3, 'keepAliveTimeout' => 0.4]);
$head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n";
$sent = [
    'nothing' => '', 'a part of a head' => 'GET / HT', 'a head behind a request' => http_get('/') . 'G', 'idle' => http_get('/'),
    'no body' => $head, 'a part of a body' => "{$head}abc", 'a part of an unread body' => str_replace('echo', 'unread', "{$head}abc"),
    'an empty line' => "\r\n", 'a line behind a request' => http_get('/') . "\r\n",
    'an answer before' => http_get('/slow?s=0.5') . 'GET',
];
$start = microtime(true);
$sockets = array_map(fn () => http_connect($server), $sent);
array_map(fwrite(...), $sockets, $sent);
foreach (array_keys($sent) as $i => $name) {
    echo "$name: ", http_statuses(http_read(array_values($sockets)[$i])), ' ', microtime(true) - $start < 0.19 ? 'early' : '', "\n";
}
$socket = http_connect($server);
fwrite($socket, str_replace(': 10', ': 1000', $head));
for ($i = 0; $i < 10; $i++) {
    usleep(50_000);
    fwrite($socket, str_repeat('x', 100));
}
echo 'a slow body: ', http_statuses(http_read($socket)), "\n";
?>
--EXPECT--
nothing:  
a part of a head: 408 
a head behind a request: 200 408 
idle: 200 
no body: 408 
a part of a body: 408 
a part of an unread body: 200 
an empty line:  
a line behind a request: 200 
an answer before: 200 408 
a slow body: 200
