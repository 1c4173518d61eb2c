--TEST--
Http\Server: curl in parallel, bodies from 0 bytes to 50 MB both ways, with a length and in chunks, read whole and streamed
--SKIPIF--
<?php if (!shell_exec('command -v curl')) die('skip needs curl'); ?>
--FILE--
<?php
require dirname(__DIR__) . '/include/http.inc';

$server = http_server(['maxBody' => 50_000_000]);
$folder = sys_get_temp_dir() . '/evloop-curl-' . getmypid();
mkdir($folder);
$arguments = '';
$sizes = [0, 1, 100, 16384, 65536, 1_000_003, 16_000_000, 50_000_000];
$bytes = random_bytes(1_000_003);
foreach ($sizes as $i => $size) {
    file_put_contents("$folder/$i", substr(str_repeat($bytes, intdiv($size, strlen($bytes)) + 1), 0, $size));
    foreach (['echo', 'pipe'] as $path) {
        foreach (['length' => '', 'chunked' => '-H "Transfer-Encoding: chunked"'] as $way => $header) {
            // A program that wants 50 MB at once needs as much memory; here it may have 128 MB.
            if ($size <= 16_000_000 || $path === 'pipe') {
                $arguments .= " --next -s $header --data-binary @$folder/$i -o $folder/$i-$path-$way {$server->url("/$path")}";
            }
        }
    }
}
shell_exec('curl --parallel -s ' . substr($arguments, 7) . ' 2>&1');
foreach ($sizes as $i => $size) {
    $answers = glob("$folder/$i-*");
    $same = array_filter($answers, fn ($answer) => sha1_file($answer) === sha1_file("$folder/$i"));
    printf("%d bytes: %d of %d are the same\n", $size, count($same), count($answers));
}
shell_exec('rm -r ' . escapeshellarg($folder));
?>
--EXPECT--
0 bytes: 4 of 4 are the same
1 bytes: 4 of 4 are the same
100 bytes: 4 of 4 are the same
16384 bytes: 4 of 4 are the same
65536 bytes: 4 of 4 are the same
1000003 bytes: 4 of 4 are the same
16000000 bytes: 4 of 4 are the same
50000000 bytes: 2 of 2 are the same
