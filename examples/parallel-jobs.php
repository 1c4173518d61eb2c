<?php
/**
 * Thumbnails of many pictures by background jobs, as many at a time as there are processors, with a progress bar.
 *
 *     php -d extension=evloop examples/parallel-jobs.php [PICTURES]
 *
 * Each job is this file again, in a PHP of its own: it makes a picture of random grey values and halves it twice by averaging, which
 * keeps a processor busy, as real ones would. One picture of ten is broken: its job throws, and the others go on.
 */
use Evloop\{JobException, Process, ProcessOptions, Progress};
use function Evloop\map;

/** @param array<string> $rows of one byte a pixel */
function halved(array $rows): array
{
    $half = [];
    foreach (array_chunk($rows, 2) as [$upper, $lower]) {
        $row = '';
        for ($x = 0; $x < strlen($upper); $x += 2) {
            $row .= chr((ord($upper[$x]) + ord($upper[$x + 1]) + ord($lower[$x]) + ord($lower[$x + 1])) >> 2);
        }
        $half[] = $row;
    }
    return $half;
}

if (getenv('EVLOOP_JOB') !== false) {
    [, $name, $size] = $argv;
    if ($name % 10 === 7) {
        throw new RuntimeException("picture $name is broken");
    }
    $rows = str_split(random_bytes($size * $size), $size);
    $small = halved(halved($rows));
    echo "picture $name is done\n"; // kept for output(), and no part of the result
    return ['width' => strlen($small[0]), 'height' => count($small)];
}

$pictures = range(1, (int) ($argv[1] ?? 40));
$processors = max(1, (int) Process::run(['getconf', '_NPROCESSORS_ONLN'])->stdout);
$options = new ProcessOptions(timeout: 60.0);
$progress = new Progress(total: count($pictures), label: 'thumbnails');

$results = map($pictures, function (int $name) use ($options, $progress): string {
    try {
        $result = Process::background(__FILE__, [$name, 256], $options)->result();
        return "$result[width]x$result[height]";
    } catch (JobException $exception) {
        return $exception->getMessage();
    } finally {
        $progress->advance();
    }
}, $processors);

$progress->finish();
foreach (array_count_values(array_map(fn (string $text) => preg_replace('~ in \S+$~', '', $text), $results)) as $result => $count) {
    echo "$count: $result\n";
}
