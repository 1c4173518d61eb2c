<?php
/**
 * tail -f: the last lines of a file and what is added to it, also after a log rotation has put a new file in its place.
 *
 *     php -d extension=evloop examples/tail.php /var/log/syslog
 *
 * Runs until it is interrupted.
 */
use Evloop\{File, FileChange, Loop};
use function Evloop\async;

$path = $argv[1] ?? exit("Which file?\n");

/** Prints what comes until the end of what is there now. */
function print_rest(File $file): void
{
    while (($chunk = $file->read()) !== null) {
        echo $chunk;
    }
}

async(function () use ($path): void {
    $watcher = File::watch($path);
    $file = File::open($path);
    if ($file->seek(0, SEEK_END) > 1000) {
        $file->seek(-1000, SEEK_END);
        $file->readLine();
    } else {
        $file->seek(0);
    }
    print_rest($file);

    foreach ($watcher as $event) {
        if ($event->change === FileChange::Created) {
            // Another file has the name now: first the rest of the old one.
            print_rest($file);
            $file->close();
            $file = File::open($path);
        } elseif ($event->change === FileChange::Changed && $file->fstat()->size < $file->tell()) {
            echo "(cut off)\n";
            $file->seek(0);
        }
        print_rest($file);
    }
});

Loop::onSignal(SIGINT, Loop::stop(...))->unreference();
Loop::run();
