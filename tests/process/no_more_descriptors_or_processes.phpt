--TEST--
without room for descriptors nothing is started, and nothing left open
--EXTENSIONS--
evloop
posix
--FILE--
<?php
use Evloop\{Process, ProcessException};

$before = count(scandir('/proc/self/fd'));
Process::run(['true']);
$limits = posix_getrlimit();
$next = fopen('/dev/null', 'r');
$codes = [];
for ($room = 1; $room < 12; $room++) {
    posix_setrlimit(POSIX_RLIMIT_NOFILE, count(scandir('/proc/self/fd')) + $room, $limits['hard openfiles']);
    try {
        Process::run(['true']);
        $codes[] = 'fine';
    } catch (ProcessException $exception) {
        $codes[] = "$exception->step $exception->name";
    }
}
posix_setrlimit(POSIX_RLIMIT_NOFILE, $limits['soft openfiles'], $limits['hard openfiles']);
echo implode("\n", array_unique($codes)), "\n";
var_dump(end($codes), count(scandir('/proc/self/fd')) - $before <= 12, Process::run(['echo', 'again'])->stdout);
?>
--EXPECT--
descriptors EMFILE
start EMFILE
fine
string(4) "fine"
bool(true)
string(6) "again
"
