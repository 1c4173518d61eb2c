--TEST--
Tokens made of tokens, 300,000 deep, do not overflow the stack
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Cancellation, CancellationSource};
use function Evloop\delay;

$source = new CancellationSource;
$token = $source->token;
for ($i = 0; $i < 300000; $i++) {
    $token = Cancellation::any($token);
}
var_dump($token->isCancelled());
$token->onCancel(fn () => print("told\n"));
$source->cancel();
delay(0);
var_dump($token->isCancelled());
unset($token);
echo "gone\n";
?>
--EXPECT--
bool(false)
told
bool(true)
gone
