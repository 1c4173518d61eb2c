<?php
/**
 * Which ports of a host are open: tries a hundred at a time, each for half a second.
 *
 *     php -d extension=evloop examples/port-scanner.php [HOST] [FIRST-LAST]      (127.0.0.1 and 1-1024 by default)
 *
 * Prints the open ports, and the greeting of those that send one.
 */
use Evloop\{ConnectOptions, Exception, Socket, Timeouts};
use function Evloop\map;

$host = $argv[1] ?? '127.0.0.1';
[$first, $last] = explode('-', $argv[2] ?? '1-1024') + [1 => $argv[2] ?? ''];
$options = new ConnectOptions(timeouts: new Timeouts(connect: 0.5, read: 0.2));

$open = map(range((int) $first, (int) $last), function (int $port) use ($host, $options): ?string {
    try {
        $socket = Socket::connect("tcp://$host:$port", $options);
    } catch (Exception) {
        return null; // refused, or no answer
    }
    try {
        return "$port open  " . $socket->readLine(200);
    } catch (Exception) {
        return "$port open"; // it waits for us to speak
    } finally {
        $socket->close();
    }
}, 100);

echo implode("\n", array_map(rtrim(...), array_filter($open))) ?: 'nothing is open', "\n";
