<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * What the two ends of a TLS connection agreed on, see {@see Socket::tls()}.
 *
 * @strict-properties
 * @not-serializable
 */
final class TlsInfo
{
    /** "TLSv1.3" or "TLSv1.2". */
    public readonly string $protocol;

    /** OpenSSL's name of the cipher suite: "TLS_AES_256_GCM_SHA384" for example. */
    public readonly string $cipher;

    /** The protocol inside (ALPN), null when none was chosen. */
    public readonly ?string $alpn;

    /** The name that the client asked for (SNI), null when it asked for none. */
    public readonly ?string $serverName;

    /** The peer's certificate in PEM; null without {@see TlsOptions::$capture_peer_cert}, and of a peer that showed none. */
    public readonly ?string $peerCertificate;

    /** An earlier session was taken up again. */
    public readonly bool $resumed;

    /** Made by Socket::tls() only. */
    private function __construct() {}
}
