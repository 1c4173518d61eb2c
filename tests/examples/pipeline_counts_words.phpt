--TEST--
examples/pipeline.php: counts the words of a file over channels
--EXTENSIONS--
evloop
--FILE--
<?php
$file = tempnam(sys_get_temp_dir(), 'evloop');
file_put_contents($file, str_repeat("one two three\n", 500) . str_repeat("two three four\n", 300) . "three\n");
$argv = ['pipeline.php', $file];
require dirname(__DIR__, 2) . '/examples/pipeline.php';
unlink($file);
?>
--EXPECT--
801 three
800 two
500 one
300 four
