--TEST--
A child of a process whose threads look up names has a working loop, and the parent goes on
--EXTENSIONS--
pcntl
evloop
--FILE--
<?php
use Evloop\{ConnectOptions, DnsException, Socket, SocketException, TimeoutException, Timeouts};
use function Evloop\{async, await, delay};

$in_vain = new ConnectOptions(timeouts: new Timeouts(connect: 1e-9));
for ($i = 0; $i < 20; $i++) {
	try {
		Socket::connect("tcp://name-$i.invalid:1", $in_vain);
	} catch (TimeoutException | DnsException) {
	}
}
$child = pcntl_fork();
try {
	Socket::connect('tcp://localhost:1');
} catch (DnsException | SocketException) {
	echo ($child === 0 ? 'child' : 'parent') . " was answered\n";
}
echo await(async(fn () => delay(0.001, "and awaits\n")));
if ($child === 0) {
	exit(7);
}
pcntl_waitpid($child, $status);
echo pcntl_wexitstatus($status), "\n";
?>
--EXPECTREGEX--
((child|parent) was answered\n|and awaits\n){4}7
