--TEST--
composer.json and stubs/composer.json are what Composer's schema wants
--SKIPIF--
<?php
exec('composer --version 2>&1', $output, $status);
if ($status !== 0) die('skip composer is not installed');
?>
--FILE--
<?php
$root = dirname(__DIR__, 2);
$folder = sys_get_temp_dir() . '/evloop-composer-' . getmypid();
mkdir($folder);

function validate(string $json): void
{
    global $folder;
    file_put_contents("$folder/composer.json", $json);
    exec('composer validate --strict --no-interaction --working-dir=' . escapeshellarg($folder) . ' 2>&1', $output, $status);
    echo $status === 0 ? "valid\n" : implode("\n", $output) . "\n";
}

/** What Composer 2.9 says of php-ext, which older ones do not know. */
function validate_extension(array $extension): void
{
    $families = ['windows', 'bsd', 'darwin', 'solaris', 'linux', 'unknown'];
    $rules = [
        'extension-name' => fn ($value) => is_string($value) && preg_match('/^(ext-)?[a-z0-9_]+$/i', $value),
        'priority' => is_int(...),
        'support-zts' => is_bool(...),
        'support-nts' => is_bool(...),
        'build-path' => fn ($value) => $value === null || is_string($value),
        'download-url-method' => fn ($value) => !array_diff((array) $value, ['composer-default', 'pre-packaged-source', 'pre-packaged-binary']),
        'os-families' => fn ($value) => $value && array_is_list($value) && !array_diff($value, $families),
        'os-families-exclude' => fn ($value) => $value && array_is_list($value) && !array_diff($value, $families),
        'configure-options' => fn ($value) => array_is_list($value) && array_filter($value, fn ($option) =>
            preg_match('/^[a-zA-Z0-9][a-zA-Z0-9_-]*$/', $option['name'] ?? '') && is_string($option['description'] ?? '')
            && is_bool($option['needs-value'] ?? false) && !array_diff_key($option, ['name' => 1, 'description' => 1, 'needs-value' => 1])) === $value,
    ];
    foreach ($extension as $name => $value) {
        if (!isset($rules[$name]) || !$rules[$name]($value)) {
            echo "php-ext: $name is wrong\n";
        }
    }
    echo isset($extension['os-families'], $extension['os-families-exclude']) ? "php-ext: both lists of families\n" : "php-ext is checked\n";
}

$text = file_get_contents("$root/composer.json");
$decoded = json_decode($text, true, flags: JSON_THROW_ON_ERROR);
validate_extension($decoded['php-ext']);
exec('composer --version 2>/dev/null', $version);
$knows = preg_match('/(\d+\.\d+\.\d+)/', implode($version), $match) && version_compare($match[1], '2.9.3', '>=');
unset($decoded['php-ext']);
validate($knows ? $text : json_encode($decoded));
validate(file_get_contents("$root/stubs/composer.json"));
// What is wrong is seen.
validate('{"name": "evloop/evloop", "type": "php-ext", "license": "MIT", "description": "a", "surprise": 1}');
validate_extension(['priority' => '30', 'configure-options' => [['name' => '--with-a']]]);
exec('rm -rf ' . escapeshellarg($folder));
?>
--EXPECTF--
php-ext is checked
valid
valid
%A
- The property surprise is not defined%A
php-ext: priority is wrong
php-ext: configure-options is wrong
php-ext is checked
