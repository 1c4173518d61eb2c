--TEST--
Http\Response and the generator that is its body may refer to each other: collected, with its finally run
--FILE--
<?php
use Evloop\Http\Response;

final class Holder
{
    public ?Response $response = null;

    public function __destruct()
    {
        echo "the holder is gone\n";
    }
}

function body(Holder $holder): Generator
{
    try {
        yield 'piece';
    } finally {
        echo "finally\n";
    }
}

$holder = new Holder();
$generator = body($holder);
$generator->current();
$holder->response = (new Response(200, ['X' => 'y'], $generator))->withHeader('Z', '1');
unset($holder, $generator);
echo "collecting\n";
var_dump(gc_collect_cycles() > 0);
?>
--EXPECT--
collecting
finally
the holder is gone
bool(true)
