--TEST--
Progress: of several on a terminal the one made last is shown; a loop that is left by break or an exception finishes
--EXTENSIONS--
evloop
--SKIPIF--
<?php require __DIR__ . '/../include/terminal.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../include/terminal.inc';

$terminal = new TestTerminal(<<<'PHP'
try {
    foreach (Progress::over(['a', 'b', 'c'], 'outer', interval: 0) as $name) {
        $inner = Progress::over((function () { yield [1] => 'x'; yield 1.5 => 'y'; yield null => 'z'; })(), $name, interval: 0);
        foreach ($inner as $key => $item) {
            if ($item === 'y') {
                $name === 'a' ? $inner->print(json_encode($key)) : throw new Exception('a reason');
                break;
            }
        }
        unset($inner);
    }
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
PHP, 'stty cols 40; PHP');
[$status, $output] = $terminal->end();
$output = preg_replace(['~,? [\d.]+[kM]?/s|,? \d\d:\d\d( left)?| in .*~', '~[|/\\\\-](?= \d)~', '~\n\r~'], ['', '*', "\n"], $output);
echo strtr($output, ["\r" => "\n", "\e[K" => '']), $status;
?>
--EXPECT--
outer   0% [>               ] 0/3
a * 0
a * 1
1.5
a * 1
a: 1
outer   0% [>               ] 0/3
outer  33% 1/3
b * 0
b * 1
outer: 1/3
b * 1
b: 1
a reason
0
