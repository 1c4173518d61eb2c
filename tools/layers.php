<?php
/**
 * The law of layers, read from the sources: `php tools/layers.php [root]`. Prints one line for each violation and ends
 * with 1 when there is any. docs/testing.md says what is checked; tests/packaging plants a violation of each kind.
 *
 * A rule is a function that gets a file and returns what is wrong with it. Comments and texts are blanked before the rules
 * look, so that naming a thing in a comment is not using it; includes are read before that.
 */

const LAYERS = ['core', 'reactor', 'base', 'promise', 'coroutine', 'loop', 'event', 'io', 'net', 'http', 'worker'];
const MAX_FILE_LINES = 600;
const MAX_FUNCTION_LINES = 80;

/** What only one file (and its header) or folder may say: pattern, where it may stand, what it is. */
const HOMES = [
    ['/\buv_close\s*\(/', '~^src/reactor/handle\.c$~', 'uv_close belongs to src/reactor/handle.c'],
    ['/\b(zend_call_(known_)?(function|fcc|instance_method\w*|method\w*)|zend_fcall_info_call|call_user_function)\b/',
        '~^src/base/callback\.[ch]$~', 'a call into user code belongs to src/base/callback.c'],
    ['/\bzend_fiber\w*/', '~^src/coroutine/fiber(_stack)?\.[ch]$~', 'zend_fiber belongs to src/coroutine/fiber.c'],
    ['/\bPHP_VERSION_ID\b/', '~^src/base/compat\.h$~', 'PHP_VERSION_ID belongs to src/base/compat.h'],
    ['/\b_WIN32\b|\bPHP_WIN32\b/', '~^src/(reactor/|base/compat\.h$)~', 'asking for Windows belongs to src/base/compat.h and src/reactor/'],
    ['/\b(zend_(?!fiber)\w+|ZEND_\w+|zval|e(malloc|calloc|realloc|free|strdup))\b/', '~^(evloop\.c$|php_evloop\.h$|src/(?!core/|reactor/))~',
        'src/core/ and src/reactor/ know no PHP'],
];

final class SourceFile
{
    public readonly string $text;
    /** The text without comments and with empty string literals. */
    public readonly string $code;
    /** @var array<int, string> What is included, by line; quoted names bare, others as <name>. */
    public readonly array $includes;
    /** The folder below src/, or '' for the files at the top. */
    public readonly string $layer;

    public function __construct(public readonly string $root, public readonly string $path)
    {
        $this->text = file_get_contents("$root/$path");
        $this->layer = preg_match('~^src/(\w+)/~', $path, $match) ? $match[1] : '';
        $this->code = preg_replace_callback(
            '~/\*.*?\*/|//[^\n]*|"(?:\\\\.|[^"\\\\\n])*"|\'(?:\\\\.|[^\'\\\\\n])+\'~s',
            fn (array $found) => str_repeat("\n", substr_count($found[0], "\n")) . ($found[0][0] === '/' ? ' ' : '""'),
            $this->text
        );
        $includes = [];
        foreach (explode("\n", $this->text) as $number => $line) {
            if (preg_match('~^\s*#\s*include\s+(?:"([^"]+)"|(<[^>]+>))~', $line, $match)) {
                $includes[$number + 1] = $match[1] !== '' ? $match[1] : $match[2];
            }
        }
        $this->includes = $includes;
    }

    public function isHeader(): bool
    {
        return str_ends_with($this->path, '.h');
    }

    /** @return iterable<int> The lines on which the code matches. */
    public function lines(string $pattern): iterable
    {
        foreach (explode("\n", $this->code) as $number => $line) {
            if (preg_match($pattern, $line)) {
                yield $number + 1;
            }
        }
    }
}

/** Own folder or a lower one; rooted names only. */
function rule_includes(SourceFile $file): iterable
{
    $rank = $file->layer === '' ? count(LAYERS) : array_search($file->layer, LAYERS, true);
    if ($rank === false) {
        yield 1 => "src/{$file->layer}/ is not a layer; they are " . implode(', ', LAYERS);
        return;
    }
    foreach ($file->includes as $line => $name) {
        if (preg_match('~^src/(\w+)/~', $name, $match)) {
            $other = array_search($match[1], LAYERS, true);
            if ($other === false || $other > $rank) {
                yield $line => "includes \"$name\" of a higher layer";
            }
        } elseif ($name[0] !== '<' && (is_file("{$file->root}/" . dirname($file->path) . "/$name") && !is_file("{$file->root}/$name"))) {
            yield $line => "includes \"$name\" by a name that does not start at the top of the tree";
        }
    }
}

/** php.h and zend*.h stay out of core/ and reactor/, uv.h stays in reactor/ and base/error.c, OpenSSL in the files of TLS. */
function rule_foreign_headers(SourceFile $file): iterable
{
    foreach ($file->includes as $line => $name) {
        $bare = trim($name, '<>');
        if (preg_match('~^uv(\.h$|/)~', $bare) && $file->layer !== 'reactor' && $file->path !== 'src/base/error.c') {
            yield $line => 'includes <uv.h>, which belongs to src/reactor/';
        }
        if (str_starts_with($bare, 'openssl/') && !preg_match('~^(src/(reactor|net)/tls|evloop\.c$)~', $file->path)) {
            yield $line => "includes <$bare>, which belongs to src/reactor/tls* and src/net/tls*";
        }
        if (in_array($file->layer, ['core', 'reactor'], true)
            && preg_match('~^(php|zend|SAPI|TSRM|ext/|main/|stubs/|Zend/)~', $bare)) {
            yield $line => "includes $name: src/core/ and src/reactor/ know no PHP";
        }
    }
}

function rule_homes(SourceFile $file): iterable
{
    foreach (HOMES as [$pattern, $home, $message]) {
        if (!preg_match($home, $file->path)) {
            foreach ($file->lines($pattern) as $line) {
                yield $line => $message;
            }
        }
    }
}

/** EVLOOP_NET_SOCKET_H for src/net/socket.h; no #pragma once. */
function rule_guard(SourceFile $file): iterable
{
    if (!$file->isHeader() || $file->layer === '') {
        return;
    }
    $guard = 'EVLOOP_' . strtoupper(preg_replace('~[/.-]~', '_', substr($file->path, strlen('src/'))));
    if (!preg_match("~^\s*#ifndef $guard\n#define $guard\n.*\n#endif\s*$~s", $file->code)) {
        yield 1 => "is not guarded by $guard";
    }
}

/** Its own header is the first include of a source: so every header is known to stand alone. */
function rule_own_header_first(SourceFile $file): iterable
{
    $own = preg_replace('~c$~', 'h', $file->path);
    if ($file->isHeader() || $file->layer === '' || !is_file("{$file->root}/$own")) {
        return;
    }
    $line = array_key_first($file->includes) ?? 1;
    if (($file->includes[$line] ?? '') !== $own) {
        yield $line => "the first include is not its own header, \"$own\"";
    }
}

function rule_opening(SourceFile $file): iterable
{
    if (!preg_match('~^/\* SPDX-License-Identifier: MIT \*/\n/\*~', $file->text)) {
        yield 1 => 'does not open with the line of the licence and a comment that says what it is';
    }
}

function rule_lengths(SourceFile $file): iterable
{
    $lines = explode("\n", rtrim($file->code, "\n"));
    if (count($lines) > MAX_FILE_LINES) {
        yield count($lines) => 'is longer than ' . MAX_FILE_LINES . ' lines: split it';
    }
    $start = 0;
    foreach ($lines as $number => $line) {
        if ($line === '{') {
            $start = $number;
        } elseif ($line === '}' && $start && $number - $start - 1 > MAX_FUNCTION_LINES) {
            yield $start => 'this function is longer than ' . MAX_FUNCTION_LINES . ' lines';
        }
    }
}

/** config.m4, config.w32 and the tree name the same sources; a generated header belongs to one file. */
function check_lists(string $root, array $files): iterable
{
    $sources = array_values(array_filter(array_keys($files), fn (string $path) => str_ends_with($path, '.c')));
    foreach (['config.m4', 'config.w32'] as $list) {
        $text = is_file("$root/$list") ? file_get_contents("$root/$list") : '';
        preg_match_all('~^\s*"?((?:src/[\w/]+|evloop)\.c)"?,?\s*$~m', $text, $match);
        foreach (array_diff($sources, $match[1]) as $missing) {
            yield "$list:1: does not list $missing";
        }
        foreach (array_diff($match[1], $sources) as $surplus) {
            yield "$list:1: lists $surplus, which is not there";
        }
        foreach (array_keys(array_filter(array_count_values($match[1]), fn (int $times) => $times > 1)) as $twice) {
            yield "$list:1: lists $twice more than once";
        }
    }

    $users = [];
    foreach ($files as $path => $file) {
        foreach (preg_grep('~^stubs/.*_arginfo\.h$~', $file->includes) as $line => $header) {
            if (isset($users[$header])) {
                yield "$path:$line: includes \"$header\", which {$users[$header]} includes already";
            }
            $users[$header] = $path;
        }
    }
}

/** @return array<string, SourceFile> */
function source_files(string $root): array
{
    $files = [];
    foreach (['evloop.c', 'php_evloop.h'] as $path) {
        if (is_file("$root/$path")) {
            $files[$path] = new SourceFile($root, $path);
        }
    }
    foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator("$root/src", FilesystemIterator::SKIP_DOTS)) as $entry) {
        $path = substr($entry->getPathname(), strlen($root) + 1);
        if (preg_match('~\.[ch]$~', $path)) {
            $files[$path] = new SourceFile($root, $path);
        }
    }
    ksort($files);
    return $files;
}

/** @return list<string> Every violation as path:line: message. */
function find_violations(string $root): array
{
    $rules = ['rule_includes', 'rule_foreign_headers', 'rule_homes', 'rule_guard', 'rule_own_header_first', 'rule_opening', 'rule_lengths'];
    $found = [];
    $files = source_files($root);
    foreach ($files as $path => $file) {
        foreach ($rules as $rule) {
            foreach ($rule($file) as $line => $message) {
                $found[] = "$path:$line: $message";
            }
        }
    }
    foreach (check_lists($root, $files) as $message) {
        $found[] = $message;
    }
    return $found;
}

if (realpath($_SERVER['SCRIPT_FILENAME'] ?? '') === __FILE__) {
    $root = rtrim($argv[1] ?? dirname(__DIR__), '/');
    $violations = find_violations($root);
    foreach ($violations as $violation) {
        echo $violation, "\n";
    }
    printf("layers: %d files, %d violations\n", count(source_files($root)), count($violations));
    exit($violations ? 1 : 0);
}
