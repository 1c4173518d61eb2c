--TEST--
config.m4, composer.json and package.xml offer the same configure options
--FILE--
<?php
$root = dirname(__DIR__, 2);

/** Names without their verb, since a feature that is on by default has another one in each file. */
function names(array $options): string
{
    $names = array_map(fn (string $option) => preg_replace('/^(enable|disable|with|without)-/', '', $option), $options);
    sort($names);
    return implode(' ', $names);
}

preg_match_all('/PHP_ARG_(?:ENABLE|WITH)\(\[(evloop-[\w-]+)\]/', file_get_contents("$root/config.m4"), $m4);
preg_match_all('/<configureoption name="([\w-]+)"/', file_get_contents("$root/package.xml"), $package);
$composer = json_decode(file_get_contents("$root/composer.json"), true, flags: JSON_THROW_ON_ERROR);
$composer = array_column($composer['php-ext']['configure-options'], 'name');

echo $expected = names($m4[1]), "\n";
var_dump(names($composer) === $expected, names($package[1]) === $expected);
?>
--EXPECT--
evloop-asan evloop-coverage evloop-debug evloop-libuv evloop-openssl
bool(true)
bool(true)
