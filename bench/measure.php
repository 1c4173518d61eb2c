<?php
/**
 * For the micro benchmarks: best($units, $round) runs $round five times after one for warming up and prints the least CPU time
 * that a unit took, in ns and as millions a second. $round may return the CPU microseconds to count instead of all it used, so
 * that preparing and clearing stay out of the figure.
 */
namespace Evloop\Bench;

function cpu(): float
{
	$usage = getrusage();
	return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e6 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}

function best(int $units, callable $round): void
{
	$least = INF;
	for ($i = 0; $i <= 5; $i++) {
		$start = cpu();
		$spent = $round() ?? cpu() - $start;
		$least = $i ? min($least, $spent) : INF;
	}

	$ns = $least * 1000 / $units;
	printf("%.1f ns  %.2f M/s\n", $ns, 1000 / $ns);
}
