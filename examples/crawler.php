<?php
/**
 * A crawler that is polite: at most 50 pages a second in bursts of 5, at most 3 at once, each page once. The "site" is made up here, so
 * that it runs without a network.
 *
 *     php -d extension=evloop examples/crawler.php [PAGES]      (30 by default)
 *
 * Prints how many pages it has seen, how many links, and how many were fetched at once.
 */
use Evloop\{RateLimiter, Semaphore};
use function Evloop\{async, delay, run, scope};

/** A page and its links: each has two children. */
function fetch(int $page, int $pages): array
{
    delay(0.005);
    return array_filter([2 * $page, 2 * $page + 1, intdiv($page, 2)], fn (int $link) => $link >= 1 && $link <= $pages);
}

final class Crawler
{
    public array $seen = [];
    public int $links = 0;
    public int $most = 0;
    private int $now = 0;

    public function __construct(private int $pages, private RateLimiter $rate, private Semaphore $limit) {}

    public function visit(int $page): void
    {
        if (isset($this->seen[$page])) {
            return;
        }
        $this->seen[$page] = true;
        $this->rate->acquire();
        $links = $this->limit->withPermit(function () use ($page): array {
            $this->most = max($this->most, ++$this->now);
            $links = fetch($page, $this->pages);
            $this->now--;
            return $links;
        });
        $this->links += count($links);
        foreach ($links as $link) {
            async($this->visit(...), $link);
        }
    }
}

$crawler = new Crawler((int) ($argv[1] ?? 30), new RateLimiter(perSecond: 50, burst: 5), new Semaphore(3));
run(fn () => scope(fn () => $crawler->visit(1))); // ends when all that was started in it has
printf("%d pages, %d links, at most %d at once\n", count($crawler->seen), $crawler->links, $crawler->most);
