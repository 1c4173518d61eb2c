--TEST--
Callbacks run with the values of where they were registered
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{CancellationSource, Context, Deferred, Loop, Promise};
use function Evloop\delay;

[$read, $write] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$show = fn (string $kind) => function () use ($kind) {
    echo "$kind: ", Context::get('who', 'nobody'), "\n";
    Context::set('who', "changed by $kind");
};
$deferred = new Deferred;
$source = new CancellationSource;
$promise = new Promise(fn () => null, fn () => $show('executor')());
Context::with(['who' => 'me'], function () use ($show, $read, $deferred, $source, $promise) {
    Loop::queue($show('queue'));
    Loop::defer($show('defer'));
    Loop::delay(0.001, $show('delay'));
    $readable = Loop::onReadable($read, function () use ($show, &$readable) {
        $readable->cancel();
        $show('readable')();
    });
    $deferred->promise->then($show('then'));
    $deferred->promise->finally($show('finally'));
    $promise->onCancel($show('onCancel of a promise'));
    $source->token->onCancel($show('onCancel of a token'));
});
fwrite($write, 'x');
Context::with(['who' => 'somebody else'], function () use ($deferred, $source, $promise) {
    $deferred->resolve();
    $source->cancel();
    $promise->cancel();
});
Loop::run();
echo Context::get('who', 'nobody'), "\n";
?>
--EXPECT--
executor: nobody
onCancel of a promise: me
queue: me
then: me
finally: me
onCancel of a token: me
defer: me
readable: me
delay: me
nobody
