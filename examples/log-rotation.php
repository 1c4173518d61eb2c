<?php
/**
 * A log that many coroutines write to, which begins a new file when it has grown to a size, and keeps the last few.
 *
 *     php -d extension=evloop examples/log-rotation.php /tmp/example.log
 *
 * Prints the files that are there in the end.
 */
use Evloop\{File, Mutex};
use function Evloop\{gather, run};

final class RotatingLog
{
    private ?File $file = null;
    private int $size = 0;
    private Mutex $rotation;

    public function __construct(private string $path, private int $limit, private int $keep)
    {
        $this->rotation = new Mutex;
    }

    public function write(string $line): void
    {
        $this->rotation->synchronized(function () use ($line): void {
            if ($this->file === null || $this->size + strlen($line) >= $this->limit) {
                $this->rotate();
            }
            $this->size += strlen($line) + 1;
        });
        $this->file->write("$line\n"); // Lines of all who write at once go to the disk together.
    }

    private function rotate(): void
    {
        $this->file?->end();
        for ($i = $this->keep - 1; $i >= 0; $i--) {
            $from = $i === 0 ? $this->path : "$this->path.$i";
            if (File::exists($from)) {
                File::rename($from, "$this->path." . ($i + 1));
            }
        }
        $this->file = File::open($this->path, 'a');
        $this->size = 0;
    }
}

run(function () use ($argv): void {
    $path = $argv[1] ?? sys_get_temp_dir() . '/example.log';
    $log = new RotatingLog($path, limit: 1000, keep: 3);
    gather(array_map(fn (int $i) => fn () => $log->write(sprintf('request %04d was answered', $i)), range(1, 150)));
    foreach (glob("$path*") as $file) {
        echo basename($file), ': ', count(file($file)), " lines\n";
    }
});
