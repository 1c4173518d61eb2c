<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * How TLS is spoken, by the names of PHP's own ssl context options. One object serves any number of connections, as client
 * and as server: what it costs (reading files, making contexts) is paid once, and sessions are taken up again among the
 * connections that share it.
 *
 * All is checked here, before a byte is sent. A value of a wrong form throws a ValueError that names the parameter; what is
 * wrong with a file (missing, not PEM, a key of another certificate, a passphrase that does not fit) throws a
 * {@see TlsException} that says which option, which file, and why. Files are read once, now: for new ones make new options.
 *
 * @strict-properties
 * @not-serializable
 */
final class TlsOptions
{
    /**
     * The peer's certificates must lead to one that is trusted, be valid today, and be made for what they are used for. A
     * server asks for client certificates only if it also has a $cafile or $capath, and then insists on one.
     */
    public readonly bool $verify_peer;

    /**
     * The certificate must be made out to the name, or the IP address, that was connected to, in its subjectAltName; a common name does
     * not count. A server checks the names of clients only if there is a $peer_name.
     */
    public readonly bool $verify_peer_name;

    /** The name or IP address to expect, and to ask for, instead of the host of the URI. */
    public readonly ?string $peer_name;

    /** A certificate that is signed by nobody else is good enough. Its name, its dates and its use still have to be right. */
    public readonly bool $allow_self_signed;

    /** A file of trusted certificates, in PEM. With neither this nor $capath a client trusts whom the system trusts. */
    public readonly ?string $cafile;

    /** A directory of trusted certificates under the names that `openssl rehash` gives. */
    public readonly ?string $capath;

    /** A file in PEM: our certificate, then those between it and the root; the key may be in it too. A server needs one. */
    public readonly ?string $local_cert;

    /** The file of the private key, in PEM, when it is not in $local_cert. */
    public readonly ?string $local_pk;

    /** For a private key that is encrypted. Nobody is ever asked on the terminal. */
    public readonly ?string $passphrase;

    /**
     * A list in OpenSSL's form, "ECDHE+AESGCM:ECDHE+CHACHA20" for example, where names of suites of TLS 1.3 may stand too:
     * with only such ones there is no TLS 1.2. A name that OpenSSL does not know is refused. Null: for a client what the system
     * allows, for a server what keeps its secrets forward and is authenticated.
     */
    public readonly ?string $ciphers;

    /** "TLSv1.2" or "TLSv1.3"; null: "TLSv1.2". */
    public readonly ?string $min_proto_version;

    /** @var list<string> Protocols inside (ALPN), the best first. A server that shares none with the client refuses it. */
    public readonly array $alpn_protocols;

    /**
     * @var array<string, string|array{local_cert: string, local_pk: string}> Certificates of a server by the name that the
     * client asks for, "*.example.com" among them; the first that fits is taken, for other names $local_cert.
     */
    public readonly array $SNI_server_certs;

    /** {@see TlsInfo::$peerCertificate} is set. */
    public readonly bool $capture_peer_cert;

    /** The certificates that may stand behind the peer's own one, the root among them. */
    public readonly int $verify_depth;

    /**
     * Checks each value, and reads the files.
     *
     * @throws \ValueError for a value of a wrong form
     * @throws TlsException for what is in the files
     */
    public function __construct(
        bool $verify_peer = true,
        bool $verify_peer_name = true,
        ?string $peer_name = null,
        bool $allow_self_signed = false,
        ?string $cafile = null,
        ?string $capath = null,
        ?string $local_cert = null,
        ?string $local_pk = null,
        #[\SensitiveParameter]
        ?string $passphrase = null,
        ?string $ciphers = null,
        ?string $min_proto_version = null,
        array $alpn_protocols = [],
        array $SNI_server_certs = [],
        bool $capture_peer_cert = false,
        int $verify_depth = 9
    ) {}
}
