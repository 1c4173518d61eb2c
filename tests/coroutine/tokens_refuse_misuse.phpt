--TEST--
Tokens and sources cannot be cloned, serialised, written to or made by hand
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Cancellation, CancellationSource};
use function Evloop\{await, scope};

$source = new CancellationSource;
$wrongs = [
    fn () => new Cancellation,
    fn () => clone $source,
    fn () => clone $source->token,
    fn () => serialize($source),
    fn () => serialize($source->token),
    fn () => $source->token = $source->token,
    fn () => $source->other = 1,
    fn () => $source->__construct(),
    fn () => $source->cancel('because'),
    fn () => Cancellation::any('a token'),
    fn () => Cancellation::any($source->token, null),
    fn () => Cancellation::timeout(-1.0),
    fn () => Cancellation::timeout(NAN),
    fn () => await($source->token),
    fn () => scope(fn () => null, cancellation: $source),
    fn () => $source->token->onCancel('no function'),
];
foreach ($wrongs as $wrong) {
    try {
        $wrong();
        echo "must not be reached\n";
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
Error: Call to private Evloop\Cancellation::__construct() from global scope
Error: Trying to clone an uncloneable object of class Evloop\CancellationSource
Error: Trying to clone an uncloneable object of class Evloop\Cancellation
Exception: Serialization of 'Evloop\CancellationSource' is not allowed
Exception: Serialization of 'Evloop\Cancellation' is not allowed
Error: Cannot modify readonly property Evloop\CancellationSource::$token
Error: Cannot create dynamic property Evloop\CancellationSource::$other
Error: The CancellationSource is constructed already
TypeError: Evloop\CancellationSource::cancel(): Argument #1 ($reason) must be of type ?Throwable, string given
TypeError: Evloop\Cancellation::any(): Argument #1 must be of type Evloop\Cancellation, string given
TypeError: Evloop\Cancellation::any(): Argument #2 must be of type Evloop\Cancellation, null given
ValueError: Evloop\Cancellation::timeout(): Argument #1 ($seconds) must be a number of seconds between 0 and 3.2e+9
ValueError: Evloop\Cancellation::timeout(): Argument #1 ($seconds) must be a number of seconds between 0 and 3.2e+9
TypeError: Evloop\await(): Argument #1 ($awaitable) must be a promise or an object with a then() method, Evloop\Cancellation given
TypeError: Evloop\scope(): Argument #4 ($cancellation) must be of type ?Evloop\Cancellation, Evloop\CancellationSource given
TypeError: Evloop\Cancellation::onCancel(): Argument #1 ($callback) must be a valid callback, function "no function" not found or invalid function name
