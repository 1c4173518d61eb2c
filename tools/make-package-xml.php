<?php
/**
 * Writes the list of files in package.xml from what git tracks: `php tools/make-package-xml.php`. The rest of package.xml
 * (version, date, options) is kept by hand and left as it is.
 */

/** What the package does not carry: what only people who work on the tree need. */
const LEFT_OUT = '~^(\.|package\.xml$|dev$|GNUmakefile$|composer\.json$|bench/|tools/)~';

/** PECL's name for the use of a file, or null when it is not packaged. */
function role_of(string $path): ?string
{
    return match (true) {
        (bool) preg_match(LEFT_OUT, $path) => null,
        str_starts_with($path, 'tests/') => 'test',
        (bool) preg_match('~\.(c|h|m4|w32)$~', $path) => 'src',
        default => 'doc',
    };
}

/** @return array<string, mixed> Folders as arrays, files as their role. */
function tree_of(array $paths): array
{
    $tree = [];
    foreach ($paths as $path) {
        $role = role_of($path);
        if ($role === null) {
            continue;
        }
        $place = &$tree;
        foreach (explode('/', dirname($path)) as $folder) {
            if ($folder !== '.') {
                $place[$folder] ??= [];
                $place = &$place[$folder];
            }
        }
        $place[basename($path)] = $role;
        unset($place);
    }
    return $tree;
}

function lines_of(array $tree, string $indent): string
{
    $lines = '';
    foreach ($tree as $name => $entry) {
        $name = htmlspecialchars($name, ENT_QUOTES | ENT_XML1);
        $lines .= is_array($entry)
            ? "$indent<dir name=\"$name\">\n" . lines_of($entry, "$indent ") . "$indent</dir>\n"
            : "$indent<file name=\"$name\" role=\"$entry\" />\n";
    }
    return $lines;
}

chdir(dirname(__DIR__));
exec('git ls-files --cached --others --exclude-standard', $paths, $status);
if ($status !== 0) {
    fwrite(STDERR, "package.xml: git does not list the files; run this in a clone\n");
    exit(1);
}
sort($paths);
$before = file_get_contents('package.xml');
$list = " <contents>\n  <dir name=\"/\">\n" . lines_of(tree_of(array_filter($paths, 'is_file')), '   ') . "  </dir>\n </contents>";
$after = preg_replace('~ <contents>.*</contents>~s', $list, $before);
if ($after !== $before) {
    file_put_contents('package.xml', $after);
}
echo 'package.xml: ', $after === $before ? "lists every file already\n" : "written\n";
