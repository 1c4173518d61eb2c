--TEST--
Http\Server: an exception or a wrong result gives one 500 and goes to the error handler
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$requests = http_get('/throw');
foreach (['null', 'int', 'object', 'inf'] as $what) {
    $requests .= http_get("/return?what=$what");
}
echo http_statuses(http_exchange($server, $requests . http_get('/', 'Connection: close'))), "\n";
[$status, $printed] = $server->stop();
echo $status, strstr($printed, "\n");
?>
--EXPECT--
500 500 500 500 500 200
0
error handler: DomainException: thrown by the handler
error handler: TypeError: The handler of an Evloop\Http\Server must return Evloop\Http\Response|string|array|Traversable, null returned
error handler: TypeError: The handler of an Evloop\Http\Server must return Evloop\Http\Response|string|array|Traversable, int returned
error handler: TypeError: The handler of an Evloop\Http\Server must return Evloop\Http\Response|string|array|Traversable, stdClass returned
error handler: JsonException: Inf and NaN cannot be JSON encoded
closed
