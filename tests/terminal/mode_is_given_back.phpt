--TEST--
Terminal::raw(): the terminal is as it was after a return, an exception, exit(), fatal errors and signals that end the program
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$ways = [
    'return' => ['return 1;'],
    'exception' => ['throw new Exception("a reason");'],
    'exit' => ['exit(3);'],
    'exit in a coroutine' => ['async(fn () => exit(4)); delay(60);'],
    'memory' => ['ini_set("memory_limit", "4M"); str_repeat("x", 1 << 30);'],
    'error in a coroutine' => ['async(function () { $f = fn ($f) => [new ArrayObject, $f($f)]; ini_set("memory_limit", "4M"); $f($f); }); delay(60);'],
    'cancelled' => ['timeout(0.01, fn () => Terminal::raw(fn () => delay(60)));'],
    'left parked' => ['async(fn () => Terminal::raw(fn () => (new Evloop\Deferred)->promise->await())); delay(0); exit(5);'],
    'Ctrl-C' => ['delay(60);', "\x03"],
    'Ctrl-\\' => ['delay(60);', "\x1c"],
    'SIGTERM' => ['delay(60);', 15],
    'SIGHUP' => ['delay(60);', 1],
    'SIGALRM while busy' => ['for (;;);', 14],
];
foreach ($ways as $name => $way) {
    $terminal = new TestTerminal("Terminal::raw(function () { Terminal::raw(function () { echo \"ready\\n\"; $way[0] }); });");
    $terminal->expect("ready\r\n");
    isset($way[1]) && (is_int($way[1]) ? $terminal->signal($way[1]) : $terminal->type($way[1]));
    echo "$name: ", $terminal->end()[0], ', ', $terminal->mode(), "\n";
}
?>
--EXPECT--
return: 0, lines echo signals
exception: 255, lines echo signals
exit: 3, lines echo signals
exit in a coroutine: 4, lines echo signals
memory: 255, lines echo signals
error in a coroutine: 255, lines echo signals
cancelled: 255, lines echo signals
left parked: 5, lines echo signals
Ctrl-C: signal 2, lines echo signals
Ctrl-\: signal 3, lines echo signals
SIGTERM: signal 15, lines echo signals
SIGHUP: signal 1, lines echo signals
SIGALRM while busy: signal 14, lines echo signals
