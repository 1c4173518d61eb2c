<?php
/**
 * Scopes: pages of a report are made at the same time; the first that fails stops the others, and nothing is left behind.
 *
 *     php -d extension=evloop examples/scopes.php
 *
 * prints how a good report comes together, how a bad one is given up, and how a supervised one does without what failed.
 */
use Evloop\{CancelledError, Context};
use function Evloop\{async, await, delay, scope};

function page(string $title, float $seconds): string
{
    $report = Context::get('report');
    try {
        delay($seconds); // a query, say
        if ($title === 'prices' && $report !== 'good') {
            throw new RuntimeException('the price list is missing');
        }
        return $title;
    } catch (CancelledError $e) {
        echo "  $report: $title is given up, since {$e->getPrevious()->getMessage()}\n";
        throw $e;
    }
}

/** @return list<string> */
function report(string $name): array
{
    return Context::with(['report' => $name], fn () => scope(function () {
        $pages = [async(page(...), 'sales', 0.3), async(page(...), 'prices', 0.01), async(page(...), 'stock', 0.2)];
        return array_map(await(...), $pages);
    }));
}

echo 'good: ', implode(', ', report('good')), "\n";

try {
    report('bad');
} catch (RuntimeException $e) {
    echo "bad: {$e->getMessage()}\n"; // all pages have ended here
}

$pages = Context::with(['report' => 'supervised'], fn () => scope(function () {
    $pages = [async(page(...), 'sales', 0.1), async(page(...), 'prices', 0.01)];
    return array_map(function ($page) {
        try {
            return await($page);
        } catch (RuntimeException $e) {
            return "({$e->getMessage()})";
        }
    }, $pages);
}, supervise: true));
echo 'supervised: ', implode(', ', $pages), "\n";
