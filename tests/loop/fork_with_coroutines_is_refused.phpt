--TEST--
pcntl_fork() throws in a coroutine and while coroutines are alive
--EXTENSIONS--
pcntl
posix
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, await, delay};

function try_to_fork(): void
{
	try {
		if (pcntl_fork() === 0) {
			exit(1);
		}
		echo "forked\n";
	} catch (LogicException $e) {
		echo $e->getMessage(), "\n";
	}
}
try_to_fork();
$coroutine = async(fn () => delay(0.01));
try_to_fork();
await($coroutine);
try_to_fork();
async(try_to_fork(...));
Loop::run();
Loop::defer(try_to_fork(...));
Loop::run();
Loop::isolate(try_to_fork(...));
while (pcntl_wait($status) > 0);
?>
--EXPECTF--
forked
pcntl_fork() is for {main} while no coroutine is alive: 1 would go on in both processes
forked
pcntl_fork() is for {main} while no coroutine is alive: %d would go on in both processes
pcntl_fork() is for {main} while no coroutine is alive: %d would go on in both processes
pcntl_fork() is for {main} while no coroutine is alive: %d would go on in both processes
