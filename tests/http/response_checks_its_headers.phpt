--TEST--
Http\Response: headers and statuses that would break the answer are refused
--FILE--
<?php
use Evloop\Http\Response;

foreach ([
    fn () => new Response(200, ['X' => "a\r\nSet-Cookie: b"]),
    fn () => new Response(200, ['X' => "a\0b"]),
    fn () => new Response(200, ['X' => ['a', "b\n"]]),
    fn () => new Response(200, ["X\r\nY" => 'a']),
    fn () => new Response(200, ['X ' => 'a']),
    fn () => new Response(200, ['' => 'a']),
    fn () => new Response(200, ['X' => null]),
    fn () => new Response(200, ['X' => [['a']]]),
    fn () => new Response(200, ['Transfer-Encoding' => 'chunked']),
    fn () => new Response(200, ['Content-Length' => '-1']),
    fn () => new Response(199),
    fn () => new Response(600),
    fn () => Response::json(NAN),
    fn () => Response::json([], 200, ['X' => "\r"]),
    fn () => Response::text('', 1),
    fn () => Response::redirect("/a\r\nb"),
    fn () => Response::redirect('/ä'),
    fn () => Response::redirect('/', 200),
    fn () => (new Response())->withHeader('X', "\n"),
    fn () => (new Response())->withHeader('X:', ''),
    fn () => (new Response())->__construct(),
    function () { $response = new Response(); $response->status = 1; },
    fn () => clone new Response(),
] as $code) {
    try {
        var_dump($code());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
ValueError: Evloop\Http\Response::__construct(): Argument #2 ($headers) must have no control characters in the value of "X"
ValueError: Evloop\Http\Response::__construct(): Argument #2 ($headers) must have no control characters in the value of "X"
ValueError: Evloop\Http\Response::__construct(): Argument #2 ($headers) must have no control characters in the value of "X"
ValueError: Evloop\Http\Response::__construct(): Argument #2 ($headers) must have tokens as header names, "X
Y" is none
ValueError: Evloop\Http\Response::__construct(): Argument #2 ($headers) must have tokens as header names, "X " is none
ValueError: Evloop\Http\Response::__construct(): Argument #2 ($headers) must have tokens as header names, "" is none
TypeError: Evloop\Http\Response::__construct(): Argument #2 ($headers) must have strings, numbers or lists of them as values, "X" has null
TypeError: Evloop\Http\Response::__construct(): Argument #2 ($headers) must have strings, numbers or lists of them as values, "X" has array
ValueError: Evloop\Http\Response::__construct(): Argument #2 ($headers) must not name Transfer-Encoding, which is set by the server
ValueError: Evloop\Http\Response::__construct(): Argument #2 ($headers) must have a number as Content-Length
ValueError: Evloop\Http\Response::__construct(): Argument #1 ($status) must be between 200 and 599
ValueError: Evloop\Http\Response::__construct(): Argument #1 ($status) must be between 200 and 599
JsonException: Inf and NaN cannot be JSON encoded
ValueError: Evloop\Http\Response::json(): Argument #3 ($headers) must have no control characters in the value of "X"
ValueError: Evloop\Http\Response::text(): Argument #2 ($status) must be between 200 and 599
ValueError: Evloop\Http\Response::redirect(): Argument #1 ($to) must be an encoded URI reference
ValueError: Evloop\Http\Response::redirect(): Argument #1 ($to) must be an encoded URI reference
ValueError: Evloop\Http\Response::redirect(): Argument #2 ($status) must be 301, 302, 303, 307 or 308
ValueError: Evloop\Http\Response::withHeader(): Argument #2 ($value) must have no control characters in the value of "X"
ValueError: Evloop\Http\Response::withHeader(): Argument #1 ($name) must be a token
Error: Cannot construct Evloop\Http\Response again
Error: Cannot modify readonly property Evloop\Http\Response::$status
Error: Trying to clone an uncloneable object of class Evloop\Http\Response
