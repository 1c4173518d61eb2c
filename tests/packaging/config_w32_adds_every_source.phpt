--TEST--
config.w32 runs as a script, and adds every source that it lists
--SKIPIF--
<?php
exec('node --version 2>&1', $output, $status);
if ($status !== 0) die('skip node is not installed');
?>
--FILE--
<?php
// What PHP's build offers to the script is stood in for: questions are answered with yes, sources are printed.
$script = <<<'JS'
const text = require("fs").readFileSync(process.argv[1], "utf8");
const answers = {
	configure_module_dirname: "ext/evloop", PHP_EVLOOP_SHARED: true, PHP_PHP_BUILD: "deps",
	PHP_EVLOOP: "yes", PHP_EVLOOP_DEBUG: "no", PHP_EVLOOP_OPENSSL: "yes",
	ADD_SOURCES: (folder, files) => console.log(folder.replace("ext/evloop/", "") + "/" + files),
	EXTENSION: (name, file) => console.log(name + ": " + file),
	SETUP_OPENSSL: () => 2, CHECK_LIB: () => true, CHECK_HEADER_ADD_INCLUDE: () => true,
	ARG_ENABLE() {}, ARG_WITH() {}, ADD_FLAG() {}, WARNING: console.log,
};
new Function(...Object.keys(answers), text)(...Object.values(answers));
JS;
$root = dirname(__DIR__, 2);
exec('node -e ' . escapeshellarg($script) . ' ' . escapeshellarg("$root/config.w32"), $added);
echo array_shift($added), "\n";
preg_match_all('~"(src/[^"]+\.c)"~', file_get_contents("$root/config.w32"), $listed);
var_dump($added === $listed[1] && count($added) > 0);
?>
--EXPECT--
evloop: evloop.c
bool(true)
