--TEST--
A user's stream wrapper that awaits: one URL opened by several at once, also by include
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay};

class Slow
{
    public $context;
    private string $text;

    public function stream_open(string $path, string $mode, int $options, ?string &$opened): bool
    {
        delay(str_contains($path, 'first') ? 0.001 : 0.003);
        $this->text = "<?php return '$path';";
        return true;
    }

    public function stream_read(int $length): string
    {
        delay(0.001);
        [$text, $this->text] = [$this->text, ''];
        return $text;
    }

    public function __call(string $name, array $arguments): mixed
    {
        return $name === 'stream_stat' ? [] : $name === 'stream_eof' && $this->text === '';
    }
}
stream_wrapper_register('slow', Slow::class);
foreach (['slow://same', 'slow://same', 'slow://first', 'slow://second'] as $url) {
    $all[] = async(fn () => strlen(file_get_contents($url)));
    $all[] = async(fn () => include $url);
}
echo implode("\n", array_map(await(...), $all)), "\n", include 'slow://main', "\n";
?>
--EXPECT--
27
slow://same
27
slow://same
28
slow://first
29
slow://second
slow://main
