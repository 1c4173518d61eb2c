--TEST--
Dns: the hosts file is honoured, both ways
--EXTENSIONS--
evloop
--SKIPIF--
<?php
exec('unshare -rm mount --bind /etc/passwd /etc/hosts 2>&1', $output, $status);
if ($status !== 0) die('skip needs a mount namespace of its own: ' . ($output[0] ?? 'no unshare'));
if (!preg_match('/^hosts:\s*files/m', (string) @file_get_contents('/etc/nsswitch.conf'))) die('skip nsswitch.conf does not begin with the hosts file');
?>
--FILE--
<?php
$hosts = tempnam(sys_get_temp_dir(), 'hosts');
file_put_contents($hosts, "127.0.0.1 localhost\n192.0.2.33 only-in-the-hosts-file\n2001:db8::33 only-in-the-hosts-file\n");
$script = <<<'PHP'
    use Evloop\Dns;
    echo implode(', ', Dns::resolve('only-in-the-hosts-file', STREAM_PF_INET)), "\n";
    echo implode(', ', Dns::resolve('only-in-the-hosts-file', STREAM_PF_INET6)), "\n";
    echo Dns::reverse('192.0.2.33'), "\n";
    try {
        Dns::resolve('in-no-file.invalid', timeout: 20);
    } catch (Evloop\DnsException $e) {
        echo strtok($e->name, '_'), "\n";
    }
    PHP;
$php = getenv('TEST_PHP_EXECUTABLE') . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' -r ' . escapeshellarg($script);
passthru('unshare -rm sh -c ' . escapeshellarg("mount --bind $hosts /etc/hosts && $php") . ' 2>&1');
unlink($hosts);
?>
--EXPECT--
192.0.2.33
2001:db8::33
only-in-the-hosts-file
EAI
