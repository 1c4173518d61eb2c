<?php
/**
 * Prints what `php --re evloop` says, without what is not the API: the version, the values of settings, the number that PHP gave to the
 * extension. `php -d extension=... tools/api.php`; `./dev api` writes it to tests/packaging/api.txt, where each change of the API is seen.
 */
$text = (string) new ReflectionExtension('evloop');
$text = preg_replace('/extension #\d+ evloop version \S+/', 'extension evloop', $text, 1);
echo preg_replace("/^( +)Current = '.*'\n/m", '', $text);
