--TEST--
config.m4, config.w32 and package.xml list the same sources, and those that are there
--FILE--
<?php
$root = dirname(__DIR__, 2);

function sources(string $pattern, string $text): string
{
    preg_match_all($pattern, $text, $match);
    sort($match[1]);
    return implode("\n", $match[1]);
}

// package.xml nests folders: join them to paths, as the package has them.
$paths = $folders = [];
foreach (explode("\n", file_get_contents("$root/package.xml")) as $line) {
    if (preg_match('~<dir name="([^"]+)">~', $line, $match)) {
        $folders[] = trim($match[1], '/');
    } elseif (str_contains($line, '</dir>')) {
        array_pop($folders);
    } elseif (preg_match('~<file name="([^"]+)" role="src"~', $line, $match)) {
        $paths[] = ltrim(implode('/', [...$folders, $match[1]]), '/');
    }
}
$there = array_map(fn (string $file) => substr($file, strlen($root) + 1), [...glob("$root/src/*/*.c"), "$root/evloop.c"]);

$expected = sources('~^(.+)$~m', implode("\n", $there));
$line = '~^\s*"?((?:src/[\w/]+|evloop)\.c)"?,?\s*$~m';
foreach (['config.m4', 'config.w32'] as $file) {
    $listed = sources($line, file_get_contents("$root/$file"));
    echo $file, ': ', $listed === $expected ? 'equal' : "differs\n$listed", "\n";
}
$listed = sources('~^((?:src/.*|evloop)\.c)$~m', implode("\n", $paths));
echo 'package.xml: ', $listed === $expected ? 'equal' : "differs: run ./dev arginfo\n$listed", "\n";
?>
--EXPECT--
config.m4: equal
config.w32: equal
package.xml: equal
