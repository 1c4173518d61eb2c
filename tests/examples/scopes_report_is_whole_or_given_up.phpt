--TEST--
examples/scopes.php: a report is whole or given up, without leftovers
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__, 2) . '/examples/scopes.php';
?>
--EXPECT--
good: sales, prices, stock
  bad: sales is given up, since the price list is missing
  bad: stock is given up, since the price list is missing
bad: the price list is missing
supervised: sales, (the price list is missing)
