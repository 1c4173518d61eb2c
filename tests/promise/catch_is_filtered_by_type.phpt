--TEST--
The type of a catch() handler's parameter filters, as in React
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Promise;
use function Evloop\await;

class Own extends DomainException
{
}
$handlers = [
    'none' => fn ($e) => 'taken',
    'Throwable' => fn (Throwable $e) => 'taken',
    'exact' => fn (Own $e) => 'taken',
    'parent' => fn (LogicException $e) => 'taken',
    'other' => fn (RuntimeException $e) => 'taken',
    'missing class' => fn (NoSuchClass $e) => 'taken',
    'union' => fn (RuntimeException|Own $e) => 'taken',
    'other union' => fn (RuntimeException|TypeError $e) => 'taken',
    'intersection' => fn (Stringable&Own $e) => 'taken',
    'other intersection' => fn (Countable&Own $e) => 'taken',
    'nullable' => fn (?DomainException $e) => 'taken',
    'mixed' => fn (mixed $e) => 'taken',
    'object' => fn (object $e) => 'taken',
    'no parameter' => fn () => 'taken',
];
foreach ($handlers as $name => $handler) {
    try {
        $result = await(Promise::reject(new Own)->catch($handler));
    } catch (Own) {
        $result = 'passed on';
    }
    echo "$name: $result\n";
}
echo await(Promise::resolve('a fulfilled one passes')->catch(fn () => 'taken')), "\n";
?>
--EXPECT--
none: taken
Throwable: taken
exact: taken
parent: taken
other: passed on
missing class: passed on
union: taken
other union: passed on
intersection: taken
other intersection: passed on
nullable: taken
mixed: taken
object: taken
no parameter: taken
a fulfilled one passes
