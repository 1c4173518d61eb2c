--TEST--
Terminal::readKey(): a key that comes in pieces is one; Esc is told when nothing follows; the end; a timeout
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Stream, Terminal, TimeoutException};
use function Evloop\{async, delay};

$type = function (string ...$pieces): void {
    [$reader, $writer] = Stream::createPipe();
    async(function () use ($writer, $pieces) {
        foreach ($pieces as $piece) {
            $piece === '' ? delay(0.2) : $writer->write($piece);
            delay(0);
        }
        $writer->end();
    });
    for ($keys = []; ($key = Terminal::readKey(terminal: $reader)) !== null; $keys[] = $key);
    echo json_encode($keys, JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE), "\n";
};
$type('ab', "\r\n", 'c');
$type("\e[A\e[1;5Cx\eOP");
$type("\e", '[', '1', ';', '5', 'C', 'x');
$type("\xc3", "\xa9", "\e", "\xe2", "\x82", "\xac");
$type("\e", '', 'x', "\e", '', '[A');
$type("\e[1", '');
$type("\xc3", '', 'x');
$type("\e");

[$reader, $writer] = Stream::createPipe();
try {
    Terminal::readKey(0.01, $reader);
} catch (TimeoutException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
["a","b","\r","\n","c"]
["\u001b[A","\u001b[1;5C","x","\u001bOP"]
["\u001b[1;5C","x"]
["é","\u001b€"]
["\u001b","x","\u001b","[","A"]
["\u001b[1"]
["�","x"]
["\u001b"]
readKey() from a pipe: nothing came within 0.01 seconds
