--TEST--
tools/layers.php finds one planted violation of each kind, and nothing in a clean tree
--FILE--
<?php
require __DIR__ . '/../../tools/layers.php';

$root = sys_get_temp_dir() . '/evloop-layers-' . getmypid();
const OPENING = "/* SPDX-License-Identifier: MIT */\n/* What it is: uv_close(), \"zend_fiber\". */\n";

/** The violations of a small clean tree in which one file is planted. */
function plant(string $path, string $content): string
{
    global $root;
    $lists = "src/core/a.c\nsrc/net/b.c\n";
    $files = [
        'config.m4' => $lists, 'config.w32' => $lists,
        'src/core/a.c' => OPENING . "#include \"src/core/a.h\"\n",
        'src/core/a.h' => OPENING . "#ifndef EVLOOP_CORE_A_H\n#define EVLOOP_CORE_A_H\nint a(void);\n#endif\n",
        'src/net/b.c' => OPENING . "#include \"php.h\"\n#include \"src/core/a.h\"\n",
        $path => $content,
    ];
    foreach ($files as $name => $text) {
        @mkdir(dirname("$root/$name"), 0777, true);
        file_put_contents("$root/$name", $text);
    }
    $found = find_violations($root);
    array_map(fn ($name) => unlink("$root/$name"), array_keys($files));
    return implode("\n", $found) ?: 'clean';
}

$b = fn (string $code) => plant('src/net/b.c', OPENING . "$code\n");
echo plant('src/core/a.c', OPENING . "#include \"src/core/a.h\"\n"), "\n";
echo $b('#include "src/http/server.h"'), "\n", $b('#include <uv.h>'), "\n", $b('#include <openssl/ssl.h>'), "\n", $b('x = uv_close(h, NULL);'), "\n";
echo $b('zend_call_function(&fci, &fcc);'), "\n", $b('zend_fiber *fiber;'), "\n", $b('#if PHP_VERSION_ID < 80300'), "\n";
echo $b('#ifdef _WIN32'), "\n", $b("int f(void)\n{" . str_repeat("\n", 82) . '}'), "\n", $b(str_repeat("\n", 600) . 'int x;'), "\n";
echo plant('src/net/b.c', "int x;\n"), "\n";
echo plant('src/core/a.c', OPENING . "#include \"src/core/a.h\"\n#include \"php.h\"\nzval *value;\n"), "\n";
echo plant('src/core/a.c', OPENING . "#include <stdio.h>\n#include \"src/core/a.h\"\n"), "\n";
echo plant('src/core/a.c', OPENING . "#include \"a.h\"\n"), "\n";
echo plant('src/core/a.h', OPENING . "#pragma once\n"), "\n";
echo plant('src/net/c.c', OPENING . "int c;\n"), "\n", plant('config.w32', "src/core/a.c\nsrc/net/gone.c\n"), "\n";
echo plant('src/other/d.h', OPENING . "#ifndef EVLOOP_OTHER_D_H\n#define EVLOOP_OTHER_D_H\n\n#endif\n"), "\n";
exec('rm -rf ' . escapeshellarg($root));
?>
--EXPECT--
clean
src/net/b.c:3: includes "src/http/server.h" of a higher layer
src/net/b.c:3: includes <uv.h>, which belongs to src/reactor/
src/net/b.c:3: includes <openssl/ssl.h>, which belongs to src/reactor/tls* and src/net/tls*
src/net/b.c:3: uv_close belongs to src/reactor/handle.c
src/net/b.c:3: a call into user code belongs to src/base/callback.c
src/net/b.c:3: zend_fiber belongs to src/coroutine/fiber.c
src/net/b.c:3: PHP_VERSION_ID belongs to src/base/compat.h
src/net/b.c:3: asking for Windows belongs to src/base/compat.h and src/reactor/
src/net/b.c:3: this function is longer than 80 lines
src/net/b.c:603: is longer than 600 lines: split it
src/net/b.c:1: does not open with the line of the licence and a comment that says what it is
src/core/a.c:4: includes php.h: src/core/ and src/reactor/ know no PHP
src/core/a.c:5: src/core/ and src/reactor/ know no PHP
src/core/a.c:3: the first include is not its own header, "src/core/a.h"
src/core/a.c:3: includes "a.h" by a name that does not start at the top of the tree
src/core/a.c:3: the first include is not its own header, "src/core/a.h"
src/core/a.h:1: is not guarded by EVLOOP_CORE_A_H
config.m4:1: does not list src/net/c.c
config.w32:1: does not list src/net/c.c
config.w32:1: does not list src/net/b.c
config.w32:1: lists src/net/gone.c, which is not there
src/other/d.h:1: src/other/ is not a layer; they are core, reactor, base, promise, coroutine, loop, event, io, net, http, worker
