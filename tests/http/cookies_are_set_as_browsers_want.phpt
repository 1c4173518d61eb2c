--TEST--
Http\Response::withCookie(): the lines, copies that leave the first as it was, and what is refused
--FILE--
<?php
use Evloop\Http\Response;

$first = new Response(200, ['set-cookie' => 'own=1', 'X' => 'y'], 'body');
$second = $first->withCookie('a', "any; value,\r\n\"ü\"")->withCookie('b', '');
$third = $second->withCookie('c', '1', ['Expires' => 784111777, 'Max-Age' => 60, 'PATH' => '/p', 'Domain' => 'example.org',
    'Secure' => true, 'HttpOnly' => true, 'SameSite' => 'strict'])->withHeader('x', 'z');
var_dump($first->headers === ['set-cookie' => 'own=1', 'X' => 'y'], $second->headers['X'], count($second->headers['Set-Cookie']));
echo implode("\n", $third->headers['Set-Cookie']), "\n";
foreach ([['expires' => 0, 'path' => '', 'domain' => '', 'secure' => false, 'httponly' => 0, 'samesite' => ''], ['max-age' => -5],
    ['samesite' => 'NONE', 'secure' => 1], ['domain' => '.example.org']] as $options) {
    echo (new Response())->withCookie('n', 'v', $options)->headers['Set-Cookie'][0], "\n";
}
foreach ([['a b', []], ['', []], ["a\r\n", []], ['a', ['secure']], ['a', ['colour' => 'red']], ['a', ['expires' => 'now']],
    ['a', ['path' => 'p']], ['a', ['path' => "/;x"]], ['a', ['path' => "/\n"]], ['a', ['domain' => 'a;b']], ['a', ['domain' => '.']],
    ['a', ['samesite' => 'None']], ['a', ['samesite' => 'x']], ['a', ['path' => 5]]] as [$name, $options]) {
    try {
        $first->withCookie($name, 'v', $options);
        echo "taken\n";
    } catch (Error $error) {
        echo get_class($error), ': ', strstr($error->getMessage(), '#'), "\n";
    }
}
?>
--EXPECT--
bool(true)
string(1) "y"
int(3)
own=1
a=any%3B%20value%2C%0D%0A%22%C3%BC%22
b=
c=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Max-Age=60; Path=/p; Domain=example.org; Secure; HttpOnly; SameSite=Strict
n=v
n=v; Max-Age=0
n=v; Secure; SameSite=None
n=v; Domain=.example.org
ValueError: #1 ($name) must be a token
ValueError: #1 ($name) must be a token
ValueError: #1 ($name) must be a token
ValueError: #3 ($options) must have names of options as keys
ValueError: #3 ($options) must have only expires, max-age, path, domain, secure, httponly and samesite as keys, "colour" given
TypeError: #3 ($options) must have expires of type int, string given
ValueError: #3 ($options) must have a path that begins with / and holds no ; or control
ValueError: #3 ($options) must have a path that begins with / and holds no ; or control
ValueError: #3 ($options) must have a path that begins with / and holds no ; or control
ValueError: #3 ($options) must have a host name as domain
ValueError: #3 ($options) must have a host name as domain
ValueError: #3 ($options) must have secure with samesite "None", or browsers drop the cookie
ValueError: #3 ($options) must have Strict, Lax or None as samesite
TypeError: #3 ($options) must have path of type string, int given