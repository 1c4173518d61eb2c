<?php
/**
 * A pipeline over channels: lines are read, split into words by several workers, and counted. Full channels slow down who is too fast.
 *
 *     php -d extension=evloop examples/pipeline.php [FILE]      (this file by default)
 *
 * Prints the five most frequent words.
 */
use Evloop\Channel;
use function Evloop\{async, run, scope};

const WORKERS = 4;

function read(string $file, Channel $lines): void
{
    foreach (new SplFileObject($file) as $line) {
        $lines->send($line);
    }
    $lines->close();
}

function split(Channel $lines, Channel $words): void
{
    foreach ($lines as $line) {
        preg_match_all('/[a-z]{3,}/i', $line, $found);
        foreach ($found[0] as $word) {
            $words->send(strtolower($word));
        }
    }
}

$counts = run(function () use ($argv): array {
    $lines = new Channel(100);
    $words = new Channel(1000);
    async(read(...), $argv[1] ?? __FILE__, $lines);
    async(function () use ($lines, $words): void {
        scope(fn () => array_map(fn () => async(split(...), $lines, $words), range(1, WORKERS)));
        $words->close(); // all workers have ended
    });

    $counts = [];
    foreach ($words as $word) {
        $counts[$word] = ($counts[$word] ?? 0) + 1;
    }
    return $counts;
});

ksort($counts);
arsort($counts);
foreach (array_slice($counts, 0, 5) as $word => $count) {
    echo "$count $word\n";
}
