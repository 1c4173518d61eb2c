--TEST--
A child starts with a copy of its parent's values; what it writes stays its own, and so does what the parent writes
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Context;
use function Evloop\{async, await, delay, detached, scope};

$show = fn (string $who) => print("$who: " . json_encode(Context::all()) . "\n");
Context::set('user', 'alice');
Context::set('list', [1]);
$child = async(function () use ($show) {
    $show('child');
    Context::set('user', 'bob');
    Context::set('own', true);
    async(fn () => $show('grandchild'))->await();
    delay(0.005);
    $show('child later');
});
Context::set('user', 'carol');
$show('{main}');
await($child);
$show('{main} later');
await(detached(fn () => $show('detached')));
scope(fn () => async(fn () => $show('in a scope')));
var_dump(Context::get('none'), Context::get('none', 'default'), Context::get('user', 'default'));
Context::set('user', null);
var_dump(Context::get('user', 'default'));
?>
--EXPECT--
{main}: {"user":"carol","list":[1]}
child: {"user":"alice","list":[1]}
grandchild: {"user":"bob","list":[1],"own":true}
child later: {"user":"bob","list":[1],"own":true}
{main} later: {"user":"carol","list":[1]}
detached: {"user":"carol","list":[1]}
in a scope: {"user":"carol","list":[1]}
NULL
string(7) "default"
string(5) "carol"
NULL
