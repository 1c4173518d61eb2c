--TEST--
The stubs, as editors and analysers read them: valid PHP, a file a class, everything public is documented, all that there is
--EXTENSIONS--
evloop
--FILE--
<?php
// In a PHP without the extension, which would have the classes already.
$check = <<<'PHP'
$root = $argv[1];
$files = [];
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($root)) as $file) {
    if (str_ends_with($file, '.stub.php')) {
        $files[strtr(substr($file, strlen("$root/"), -strlen('.stub.php')), '/', '\\')] = (string) $file;
    }
}
spl_autoload_register(function (string $class) use ($files) {
    $name = preg_replace('/^Evloop\\\\/', '', $class);
    require_once $files[$name] ?? $files['Exceptions'];
});
array_map(fn (string $file) => require_once $file, $files);
$all = [];
$undocumented = fn ($thing, string $name) => $thing->getDocComment() === false ? print("$name has no description\n") : null;
foreach (get_defined_functions()['user'] as $name) {
    if (str_starts_with($name, 'evloop\\')) {
        $undocumented(new ReflectionFunction($name), $all[] = (new ReflectionFunction($name))->name);
    }
}
foreach ([...get_declared_classes(), ...get_declared_interfaces()] as $name) {
    if (!str_starts_with($name, 'Evloop\\')) {
        continue;
    }
    $undocumented($class = new ReflectionClass($name), $all[] = $name);
    foreach ($class->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
        if ($method->isUserDefined() && $method->class === $name && !$method->isConstructor()) {
            $undocumented($method, $all[] = "$name::$method->name");
        }
    }
}
file_put_contents($argv[2], implode("\n", $all));
PHP;
$root = dirname(__DIR__, 2);
$list = tempnam(sys_get_temp_dir(), 'evloop-stubs-');
passthru(getenv('TEST_PHP_EXECUTABLE') . ' -n -d display_errors=1 -r ' . escapeshellarg($check) . ' ' . escapeshellarg("$root/stubs") . ' ' . escapeshellarg($list) . ' 2>&1');
$stubs = explode("\n", file_get_contents($list));
unlink($list);

$extension = new ReflectionExtension('evloop');
$there = array_keys($extension->getFunctions());
foreach (array_unique(array_column($extension->getClasses(), 'name')) as $name) {
    $there[] = $name;
    foreach ((new ReflectionClass($name))->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
        if ($method->class === $name && !$method->isConstructor() && !enum_exists($name)) {
            $there[] = "$name::$method->name";
        }
    }
}
$differ = fn (array $a, array $b) => array_diff(array_map(strtolower(...), $a), array_map(strtolower(...), $b));
echo json_encode(['only in the stubs' => array_values($differ($stubs, $there)), 'only in the extension' => array_values($differ($there, $stubs))], JSON_PRETTY_PRINT), "\n";

$package = json_decode(file_get_contents("$root/stubs/composer.json"), flags: JSON_THROW_ON_ERROR);
echo $package->name, "\n";
?>
--EXPECT--
{
    "only in the stubs": [],
    "only in the extension": []
}
evloop/stubs
