--TEST--
A fatal error in an isolated loop ends the program as anywhere
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\Loop;
use function Evloop\{async, delay};

register_shutdown_function(fn () => print("shutdown function\n"));
async(fn () => delay(5));
async(function (): void {
	Loop::isolate(function (): void {
		async(fn () => delay(5));
		Loop::delay(5, fn () => null);
		delay(0.001);
		eval('class A implements B {} interface B { function f(); } class C implements B {}');
	});
});
Loop::run();
?>
--EXPECTF--
%AFatal error: %A
shutdown function
