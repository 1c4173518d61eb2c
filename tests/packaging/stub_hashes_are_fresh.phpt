--TEST--
Each arginfo header carries the hash of the stub beside it, and each stub has a header
--FILE--
<?php
$root = dirname(__DIR__, 2);
$stubs = 0;
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator("$root/stubs")) as $file) {
    if (!str_ends_with($file, '.stub.php')) {
        continue;
    }
    $stubs++;
    $header = str_replace('.stub.php', '_arginfo.h', $file);
    $hash = sha1(str_replace("\r\n", "\n", file_get_contents($file)));
    if (!is_file($header) || !str_contains(file_get_contents($header), "Stub hash: $hash ")) {
        echo "$header does not match its stub: run ./dev arginfo\n";
    }
}
var_dump($stubs > 0);
?>
--EXPECT--
bool(true)
