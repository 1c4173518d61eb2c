--TEST--
examples/crawler.php: visits each page once, no more than three at a time, and no faster than it may
--EXTENSIONS--
evloop
--FILE--
<?php
$argv = ['crawler.php', '25'];
$start = hrtime(true);
require dirname(__DIR__, 2) . '/examples/crawler.php';
var_dump(hrtime(true) - $start >= 20 / 50 * 1e9);
?>
--EXPECTREGEX--
25 pages, \d+ links, at most [123] at once
bool\(true\)
