--TEST--
examples/starttls.php: what follows STARTTLS is encrypted
--EXTENSIONS--
evloop
openssl
--FILE--
<?php
require dirname(__DIR__, 2) . '/examples/starttls.php';
?>
--EXPECT--
220 mail.example
EHLO: 250 everybody heard EHLO
STARTTLS: 220 go ahead
AUTH: 250 nobody else heard AUTH
