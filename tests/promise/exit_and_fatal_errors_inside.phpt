--TEST--
exit() and fatal errors where promises call back give PHP's normal end
--EXTENSIONS--
evloop
--FILE--
<?php
$cases = [
    'executor' => 'new Promise($end);',
    '$onCancel' => '(new Promise(fn () => null, $end))->then()->finally(fn () => print("must not run"))->cancel();',
    'generator' => 'Promise::all((function () use ($end) { yield new Promise(fn () => null, fn () => 1); $end(); })());',
    'try' => 'Promise::try($end);',
    'then' => 'Promise::resolve(1)->then($end)->then(fn () => 1);',
    'clean-up' => '$d = new Deferred; $d->promise->finally($end)->cancel();',
    'retry' => 'Promise::retry(fn (int $n) => $n > 1 ? $end() : throw new Exception, 3);',
    'timeout left' => '$p = Promise::timeout(60, fn () => null); Loop::delay(0, $end);',
    'all decided' => '$p = Promise::race([Promise::all([1, 2])]); $end();',
    'coroutine' => '$c = async(function () use ($end) { try { delay(60); } finally { $end(); } }); delay(0); $c->cancel();',
];
$ends = ['exit' => 'exit(7);', 'fatal' => 'ini_set("memory_limit", "4M"); str_repeat("x", 1 << 28);'];
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' -d log_errors=0 -d display_errors=1 -r ';
foreach ($ends as $how => $end) {
    foreach ($cases as $where => $case) {
        $output = [];
        $code = "use Evloop\\{Deferred, Loop, Promise}; use function Evloop\\{async, delay}; \$end = function () { $end }; $case Loop::run();";
        exec($php . escapeshellarg($code) . ' 2>&1', $output, $status);
        $text = preg_replace('/ \(tried.*/', '', implode('', $output));
        $text = preg_replace('~ at \S+:\d+$~', '', $text); // where, says a debug PHP
        if ([$status, $text] !== ($how === 'exit' ? [7, ''] : [255, 'Fatal error: Allowed memory size of 4194304 bytes exhausted'])) {
            echo "$how, $where: $status $text\n";
        }
    }
}
echo "done\n";
?>
--EXPECT--
done
