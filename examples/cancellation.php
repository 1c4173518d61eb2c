<?php
/**
 * Cancellation: the fastest of three mirrors wins, a deadline ends a download that is too slow, and clean-up may still wait.
 *
 *     php -d extension=evloop examples/cancellation.php
 */
use Evloop\{CancellationSource, CancelledError, Loop, Scope, TimeoutException};
use function Evloop\{async, delay, scope, shield, timeout};

function download(string $mirror, float $seconds): string
{
    $parts = 0;
    try {
        while ($parts < 4) {
            delay($seconds / 4);
            $parts++;
        }
        return "the file from $mirror";
    } finally {
        // Nothing else may wait in here once it is cancelled; and this for a second at most.
        $parts === 4 || shield(fn () => delay(0.001), max: 1.0);
        $parts === 4 || print("  $mirror: connection closed\n");
    }
}

function fastest(array $mirrors): string
{
    $file = null;
    scope(function (Scope $scope) use ($mirrors, &$file) {
        foreach ($mirrors as $mirror => $seconds) {
            async(function () use ($scope, $mirror, $seconds, &$file) {
                $file ??= download($mirror, $seconds);
                $scope->cancel(); // the others; they have ended when scope() returns
            });
        }
    });
    return $file;
}

echo fastest(['Oslo' => 40.0, 'Rome' => 0.02, 'Lima' => 60.0]), "\n";

try {
    timeout(0.02, fn () => download('Bern', 30.0));
} catch (TimeoutException $e) {
    echo "Bern: {$e->getMessage()}\n";
}

$stop = new CancellationSource; // a signal, a button: something that knows nothing of what it ends
Loop::delay(0.02, fn () => $stop->cancel(new RuntimeException('the user has had enough')));
try {
    scope(fn () => download('Cork', 50.0), cancellation: $stop->token);
} catch (CancelledError $e) {
    echo "Cork: {$e->getPrevious()->getMessage()}\n";
}
