--TEST--
Every PHP snippet of the guide and the README runs, and prints what the page says
--EXTENSIONS--
evloop
--SKIPIF--
<?php
if (PHP_OS_FAMILY === 'Windows') die('skip needs select() on pipes');
?>
--FILE--
<?php
require __DIR__ . '/../include/snippets.inc';

$top = dirname(__DIR__, 2);
foreach ([...glob("$top/docs/*.md"), "$top/README.md"] as $page) {
    if (snippets($page)) {
        run_page($page);
    }
}
?>
--EXPECTREGEX--
([\w-]+\.md: ok\n)+README\.md: ok
