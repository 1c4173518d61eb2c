--TEST--
wrong commands and options are refused before anything is started, by name
--EXTENSIONS--
evloop
--FILE--
<?php
use Evloop\{Process, ProcessOptions, Stdio};

$cases = [
    fn () => Process::spawn([]),
    fn () => Process::spawn(['']),
    fn () => Process::spawn(["l\0s"]),
    fn () => Process::spawn(['ls', null]),
    fn () => Process::spawn(['ls', ['a']]),
    fn () => Process::run(['cat'], 'input', new ProcessOptions(stdin: Stdio::Null)),
    fn () => new ProcessOptions(stdin: Stdio::Output),
    fn () => new ProcessOptions(stdout: 1.5),
    fn () => new ProcessOptions(stderr: "a\0b"),
    fn () => new ProcessOptions(stdin: fopen('php://memory', 'r')),
    fn () => new ProcessOptions(environment: ['A=B' => 'c']),
    fn () => new ProcessOptions(environment: ['A' => []]),
    fn () => new ProcessOptions(cwd: ''),
    fn () => new ProcessOptions(user: -1),
    fn () => new ProcessOptions(group: []),
    fn () => new ProcessOptions(descriptors: [2 => Stdio::Null]),
    fn () => new ProcessOptions(descriptors: [3 => Stdio::Pipe]),
    fn () => new ProcessOptions(timeout: 0.0),
    fn () => new ProcessOptions(outputLimit: -1),
];
foreach ($cases as $case) {
    try {
        $case();
        echo "nothing\n";
    } catch (Error $error) {
        echo $error::class, ' ', preg_replace('~^.*?\(\): ~', '', $error->getMessage()), "\n";
    }
}
?>
--EXPECT--
ValueError Argument #1 ($command) must have the program as its first element
ValueError Argument #1 ($command) must have the program as its first element
ValueError Argument #1 ($command) must be an array of strings without NUL bytes
TypeError Argument #1 ($command) must be an array of strings, it contains null
TypeError Argument #1 ($command) must be an array of strings, it contains array
ValueError Argument #2 ($input) must be empty where the options name a stdin
ValueError Argument #1 ($stdin) must not be Evloop\Stdio::Output, which is for stderr
TypeError Argument #2 ($stdout) must be a case of Evloop\Stdio, a path, a stream, a Socket, the number of a descriptor or null, float given
ValueError Argument #3 ($stderr) must be a path without NUL bytes
ValueError Argument #1 ($stdin) must be a stream with a descriptor to wait for, a stream of type MEMORY has none
ValueError Argument #4 ($environment) must have names without "=" and NUL bytes as keys
TypeError Argument #4 ($environment) must be an array of strings, it contains array
ValueError Argument #5 ($cwd) must be a path without NUL bytes
ValueError Argument #6 ($user) must be a name, or a number between 0 and 4294967294
TypeError Argument #7 ($group) must be of type string|int|null, array given
ValueError Argument #9 ($descriptors) must have keys between 3 and 1023
ValueError Argument #9 ($descriptors) must not contain Evloop\Stdio::Pipe or Output
ValueError Argument #10 ($timeout) must be a number of seconds above 0 and up to 3.2e+9, or null for no limit
ValueError Argument #12 ($outputLimit) must be between 0 and 1073741824
