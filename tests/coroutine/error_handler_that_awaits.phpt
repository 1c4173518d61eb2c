--TEST--
While an error handler waits, it handles the errors of the others too, and is not called within itself
--EXTENSIONS--
evloop
--FILE--
<?php
use function Evloop\{async, await, delay};

set_error_handler(function (int $level, string $message): bool {
	echo "begin $message\n";
	if ($message === 'within') {
		return true;
	}
	delay(['first' => 0.3, 'of {main}' => 0.15][$message] ?? 0.05);
	@trigger_error('within');
	echo "end $message\n";
	return true;
});
$others = [
	async(fn () => trigger_error('first')),
	async(fn () => trigger_error('second')),
];
delay(0);
trigger_error('of {main}');
array_map(await(...), $others);

// Another one that is set meanwhile stays; the one before it comes back as ever.
$last = async(fn () => trigger_error('last'));
delay(0);
set_error_handler(fn (int $level, string $message) => print("other $message\n"));
await($last);
trigger_error('now');
restore_error_handler();
async(fn () => trigger_error('restored'))->await();
restore_error_handler();
echo json_encode(set_error_handler(null)), "\n";
?>
--EXPECT--
begin first
begin second
begin of {main}
end second
end of {main}
end first
begin last
other within
end last
other now
begin restored
end restored
null
