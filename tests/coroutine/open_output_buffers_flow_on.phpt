--TEST--
Buffers that a coroutine leaves open flow on when it ends; those of {main} capture all
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, suspend};

$a = async(function () {
    ob_start(fn (string $text) => "[$text]");
    echo 'one ';
    ob_start();
    echo 'two';
    suspend();
    echo ' three';
});
await($a);
echo "\n";
ob_start();
echo 'main ';
await(async(function () {
    ob_start();
    echo 'coroutine ';
    suspend();
    echo 'left open ';
}));
echo 'main again';
$text = ob_get_clean();
var_dump($text, ob_get_level());
$failing = async(function () {
    ob_start();
    echo "printed before the exception\n";
    suspend();
    throw new Exception;
});
$failing->ignore();
try {
    await($failing);
} catch (Exception) {
    var_dump(ob_get_level());
}
?>
--EXPECT--
[one two three]
string(35) "main coroutine left open main again"
int(0)
printed before the exception
int(0)
