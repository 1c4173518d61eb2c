--TEST--
examples/cancellation.php: the fastest wins, deadlines and tokens end the slow
--EXTENSIONS--
evloop
--FILE--
<?php
require dirname(__DIR__, 2) . '/examples/cancellation.php';
?>
--EXPECT--
  Oslo: connection closed
  Lima: connection closed
the file from Rome
  Bern: connection closed
Bern: Not done within 0.02 seconds
  Cork: connection closed
Cork: the user has had enough
