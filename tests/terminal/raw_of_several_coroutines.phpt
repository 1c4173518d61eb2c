--TEST--
Terminal::raw(): several at a time, left in any order; readSecret() inside of it
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal(<<<'PHP'
$mode = fn () => print(trim(shell_exec('stty -a | tr " ;" "\n\n" | grep -xE -- "-?(icanon|echo|isig)" | xargs')) . "\n");
$events = array_map(fn () => new Evloop\Event, range(0, 3));
$first = async(fn () => Terminal::raw(fn () => $events[0]->await(), false));
delay(0);
$mode();
$second = async(fn () => Terminal::raw(fn () => $events[1]->await()));
delay(0);
$mode();
$events[0]->set();
$first->await();
$mode();
$secret = async(fn () => Terminal::readSecret('secret? '));
delay(0);
$mode();
echo "ready\n";
echo $secret->await(), "\n";
$mode();
$events[1]->set();
$second->await();
$mode();
PHP);
echo strtr($terminal->expect("ready\r\n"), ["\r" => '']);
$terminal->type("hidden\n");
$terminal->expect("hidden\r\n");
[$status, $output] = $terminal->end();
echo $status, "\n", $output;
?>
--EXPECT--
-isig -icanon -echo
isig -icanon -echo
isig -icanon -echo
secret? isig icanon -echo
ready
0
isig -icanon -echo
isig icanon echo
