--TEST--
A bad setting in php.ini or on the command line is named when PHP starts, and the default holds
--EXTENSIONS--
evloop
--FILE--
<?php
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
passthru("$php -d display_startup_errors=1 -d html_errors=0 -d log_errors=0 -d evloop.io_budget=0 -r 'var_dump(ini_get(\"evloop.io_budget\"));' 2>&1");
?>
--EXPECT--
Warning: PHP Startup: evloop.io_budget must be between 1 and 1000000, "0" given in Unknown on line 0
string(2) "64"
