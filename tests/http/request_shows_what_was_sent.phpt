--TEST--
Http\Request: everything is as it was sent, header names in lower case
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$head = "pOST /request?a=1&%62[]=2 HTTP/1.1\r\nHOST: test\r\nX-List: 1\r\nx-LIST:  2 \r\n200: ok\r\nX-Empty:\r\n";
$body = "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 1\r\nX-SUM: 2\r\nCookie: no\r\n\r\n";
$answer = http_exchange($server, $head . $body);
foreach (json_decode(strstr($answer, '["')) as $value) {
    echo json_encode($value, JSON_UNESCAPED_SLASHES), "\n";
}
$answer = http_exchange($server, "GET http://TEST/request HTTP/1.0\r\nHost: test\r\n\r\n");
echo strstr($answer, '["'), "\n";
$answer = http_exchange($server, "GET http://test HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
echo http_statuses($answer), "\n";
?>
--EXPECT--
"pOST"
"/request?a=1&%62[]=2"
"/request"
"a=1&%62[]=2"
"1.1"
{"host":["test"],"x-list":["1","2"],"200":["ok"],"x-empty":[""],"transfer-encoding":["chunked"],"connection":["close"]}
"abc"
{"x-sum":["1","2"]}
["GET","http://TEST/request","/request","","1.0",{"host":["test"]},"",[]]
200
