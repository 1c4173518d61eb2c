<?php
/**
 * An HTTPS server. Without files of its own it makes a certificate for localhost, and says where the client finds it.
 *
 *     php -d extension=evloop examples/https-server.php [ADDRESS [CERTIFICATE KEY]]      (127.0.0.1:8443 by default)
 *
 * Try it with `curl --cacert FILE https://localhost:8443/`. Ends on SIGINT (Ctrl-C) and SIGTERM.
 */
use Evloop\Http\{Request, Response, Server};
use Evloop\{ListenOptions, Loop, TlsOptions};

/** @return string A file with a certificate for localhost and its key; gone with the script. */
function make_certificate(): string
{
    $config = tempnam(sys_get_temp_dir(), 'https');
    file_put_contents($config, "[req]\ndistinguished_name=name\n[name]\n[here]\nsubjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1\n");
    $key = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1']);
    $request = openssl_csr_new(['commonName' => 'localhost'], $key, ['config' => $config]);
    openssl_x509_export(openssl_csr_sign($request, null, $key, 30, ['config' => $config, 'x509_extensions' => 'here'], random_int(1, PHP_INT_MAX)), $certificate);
    openssl_pkey_export($key, $private);
    file_put_contents($config, $certificate . $private); // tempnam() has made it readable for us alone
    register_shutdown_function(unlink(...), $config);
    return $config;
}

[, $address, $certificate, $key] = $argv + [1 => '127.0.0.1:8443', null, null];
$tls = new TlsOptions(local_cert: $certificate ??= make_certificate(), local_pk: $key, alpn_protocols: ['http/1.1']);
$server = new Server(fn (Request $request) => Response::text("Hello, this is $request->path, encrypted.\n"));
$server->listen("tls://$address", new ListenOptions(tls: $tls));
echo "Listening on {$server->localAddresses()[0]} with $certificate (stop with Ctrl-C)\n";
foreach ([SIGINT, SIGTERM] as $signal) {
    Loop::onSignal($signal, fn () => $server->close(5.0))->unreference();
}
