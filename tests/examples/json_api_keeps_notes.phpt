--TEST--
examples/json-api.php: notes are added, listed and removed, and mistakes have their status
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = new TestServer(dirname(__DIR__, 2) . '/examples/json-api.php', '127.0.0.1:0');
$answers = http_exchange($server, http_post('/notes', '{"text":"a"}') . http_post('/notes', '{"text":"b"}') . http_get('/notes')
    . 'DELETE' . substr(http_get('/notes/1'), 3) . http_get('/notes/1') . http_get('/notes/2') . http_post('/notes', '{') . http_post('/notes', '[]')
    . 'PUT' . substr(http_get('/notes/2'), 3) . http_get('/') . http_post('/notes', str_repeat(' ', 65537)));
echo http_statuses($answers), "\n";
preg_match_all('~^([{\[].*?[}\]])(?=HTTP|$)~m', $answers, $bodies);
echo implode("\n", array_slice($bodies[1], 0, 5)), "\n";
echo $server->stop()[0], "\n";
?>
--EXPECT--
201 201 200 204 404 200 400 422 405 404 413
{"id":1,"text":"a"}
{"id":2,"text":"b"}
[{"id":1,"text":"a"},{"id":2,"text":"b"}]
{"detail":"there is no note 1"}
{"id":2,"text":"b"}
0
