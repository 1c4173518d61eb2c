--TEST--
Http\Server: curl in parallel, bodies from 0 bytes to megabytes both ways
--SKIPIF--
<?php if (!shell_exec('command -v curl')) die('skip needs curl'); ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server();
$folder = sys_get_temp_dir() . '/evloop-curl-' . getmypid();
mkdir($folder);
$arguments = '';
foreach ([0, 1, 100, 16384, 65536, 1_000_003, 16_000_000] as $i => $size) {
    file_put_contents("$folder/$i", $size ? random_bytes($size) : "");
    foreach (["$i-length" => ['', '/echo'], "$i-chunked" => ['-H "Transfer-Encoding: chunked"', '/echo'], "$i-piped" => ['', '/pipe']] as $name => [$header, $path]) {
        $arguments .= " --next -s $header --data-binary @$folder/$i -o $folder/$name {$server->url($path)}";
    }
}
shell_exec('curl --parallel -s ' . substr($arguments, 7) . ' 2>&1');
for ($i = 0; $i < 7; $i++) {
    foreach (['length', 'chunked', 'piped'] as $way) {
        echo sha1_file("$folder/$i") === sha1_file("$folder/$i-$way") ? 'the same ' : "$i $way differs ";
    }
}
shell_exec('rm -r ' . escapeshellarg($folder));
?>
--EXPECT--
the same the same the same the same the same the same the same the same the same the same the same the same the same the same the same the same the same the same the same the same the same 
