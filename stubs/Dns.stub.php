<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * Names and addresses, as the operating system knows them (getaddrinfo: the hosts file and nsswitch.conf are honoured).
 *
 *     foreach (Dns::resolve('example.org') as $address) {
 *         echo $address, "\n";
 *     }
 *
 * What was found is kept for `evloop.dns_cache_ttl` seconds (30; 0: not at all), that there is nothing for one second at
 * most; of 1,024 names at a time, for each loop. Whatever connects or sends to a name uses the same answers. Look-ups run in
 * threads of their own, up to 32; who asks for a name that is being looked up joins that look-up, so that a slow name holds
 * one of them, and nothing else waits for it.
 *
 * @strict-properties
 * @not-serializable
 */
final class Dns
{
    /** There are no objects of it. */
    private function __construct() {}

    /**
     * The addresses of a host, in the order in which they are to be tried; at most 16. An address is its own answer.
     *
     * @param null|int $family only IPv4 (AF_INET, STREAM_PF_INET) or only IPv6 (AF_INET6, STREAM_PF_INET6); null: both, as far
     *        as this machine has an address of the kind
     * @param null|float $timeout seconds; null: no limit
     * @return array list<string> "192.0.2.1", "2001:db8::1", "fe80::1%eth0"
     * @throws DnsException when there is none: "resolve nowhere.invalid failed: unknown node or service (EAI_NONAME)"
     * @throws TimeoutException when no answer came in $timeout seconds
     * @throws \ValueError for a host, family or timeout that is none
     * @throws \LogicException where PHP forbids to suspend, if it would have to
     */
    public static function resolve(string $host, ?int $family = null, ?float $timeout = 10.0): array {}

    /**
     * The name of an address. It is kept as the addresses of a name are.
     *
     * @param null|float $timeout seconds; null: no limit
     * @throws DnsException when it has none: "reverse 192.0.2.1 failed: unknown node or service (EAI_NONAME)"
     * @throws TimeoutException when no answer came in $timeout seconds
     * @throws \ValueError for an $ip that is none, or a $timeout that is no duration
     * @throws \LogicException where PHP forbids to suspend
     */
    public static function reverse(string $ip, ?float $timeout = 10.0): string {}

    /** Forgets all that was found; also what is on its way is not kept. */
    public static function flush(): void {}
}
