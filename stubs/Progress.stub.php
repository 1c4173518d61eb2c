<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Shows how far a long piece of work is, how fast it goes and how long it will take.
 *
 *     foreach (Progress::over($files, 'resize') as $file) {
 *         resize($file);
 *     }
 *
 *     $progress = new Progress(total: filesize($path), label: 'copy', unit: 'B');
 *     while (($chunk = $from->read()) !== null) {
 *         $to->write($chunk);
 *         $progress->advance(strlen($chunk));
 *     }
 *     $progress->finish();
 *
 * On a terminal it is a line that is drawn anew, as wide as the terminal:
 *
 *     resize  42% [=============>                   ] 420/1000 12.3/s 00:47 left
 *
 * Elsewhere, and where the environment has NO_COLOR, CI or TERM=dumb, there is a plain line every ten seconds. In the end both say how
 * long it took:
 *
 *     resize: 1000/1000 in 01:21, 12.3/s
 *
 * advance() may be called as often as one likes: it draws ten times a second at most, never waits for the terminal, and works whether
 * the loop turns or not; when it turns, the time goes on also while nothing advances. A Progress does not keep the loop alive. What is
 * printed between by others would stand in the middle of the line: use print(). Of several on a terminal the one that was made last is
 * shown, the others again when it has finished.
 *
 * @strict-properties
 * @not-serializable
 */
final class Progress implements \IteratorAggregate
{
    /**
     * @param null|int $total what there is to do; null: nobody knows
     * @param string $label what is done; cut where the terminal is too narrow
     * @param string $unit what is counted; "B" are bytes and shown as KiB, MiB and so on
     * @param null|float $interval seconds between two lines at least; null: 0.1 on a terminal, 10 elsewhere
     * @param null|Stream $output where to; null: the standard error
     * @throws \ValueError for a negative $total, or an $interval that is no duration
     */
    public function __construct(?int $total = null, string $label = '', string $unit = '', ?float $interval = null, ?Stream $output = null) {}

    /**
     * For foreach: gives the items with their keys, one step each, and finishes at the end of the loop, by whatever it ends.
     *
     * @param null|int $total null: the count of an array or a Countable, else unknown
     */
    public static function over(iterable $items, string $label = '', ?int $total = null, string $unit = '', ?float $interval = null, ?Stream $output = null): Progress {}

    /**
     * So many steps more are done.
     *
     * @throws \ValueError for a negative number
     */
    public function advance(int $steps = 1): void {}

    /**
     * So much is done in all; it may be less than before.
     *
     * @throws \ValueError for a negative number
     */
    public function set(int $done): void {}

    /**
     * So much is to be done, as it is known now.
     *
     * @throws \ValueError for a negative number
     */
    public function setTotal(?int $total): void {}

    /** What is being done now: the name of a file, say. */
    public function setLabel(string $label): void {}

    /**
     * Finishes this step of the work, with its line, and begins the next one at 0.
     *
     * @throws \ValueError for a negative $total
     */
    public function next(string $label, ?int $total = null): void {}

    /** Prints a line above the bar. What would control the terminal is left as it is. */
    public function print(string $line): void {}

    /** Shows the end and how long it took. Once; an object that is dropped does it, too. Nothing is shown afterwards. */
    public function finish(): void {}

    /**
     * For what over() has made.
     *
     * @return \Iterator fn (): mixed, the items
     * @throws \LogicException for others, and for a second loop
     */
    public function getIterator(): \Iterator {}
}
