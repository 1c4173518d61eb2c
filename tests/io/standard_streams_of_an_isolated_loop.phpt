--TEST--
Stream: one that was made in an isolated loop fails when that has ended; the standard streams are made anew
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Loop, Stream};

[$stdin, $output, $reader] = Loop::isolate(fn () => [Stream::stdin(), Stream::stdout(), Stream::createPipe()[0]]);
var_dump($stdin === Stream::stdin(), $output === Stream::stdout());
foreach ([fn () => $reader->read(), fn () => $stdin->readLine(), fn () => $output->write('lost')] as $operation) {
    try {
        $operation();
    } catch (Evloop\SocketException $e) {
        echo $e->name, "\n";
    }
}
Stream::stdout()->write("written\n");
?>
--EXPECT--
bool(false)
bool(false)
ECANCELED
ECANCELED
ECANCELED
written
