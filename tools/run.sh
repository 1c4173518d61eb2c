# SPDX-License-Identifier: MIT
# `./dev run`: the example server (or another example) on the extension that was just built. Sourced by ./dev.

# Sets RUN_INI: options that keep an installed evloop from being loaded beside ours. PHP's other settings stay.
hide_installed_evloop() {
	RUN_INI=()
	"$PHP" -r 'exit(extension_loaded("evloop") ? 0 : 1);' 2>/dev/null || return 0
	local hidden=.cache/ini
	rm -rf "$hidden"
	mkdir -p "$hidden"
	"$PHP" -r '
		[$target, $pattern] = [$argv[1], "/^\s*extension\s*=.*evloop.*$/mi"];
		foreach (array_filter(array_map("trim", explode(",", (string) php_ini_scanned_files()))) as $number => $file) {
			file_put_contents(sprintf("%s/%03d.ini", $target, $number), preg_replace($pattern, "", file_get_contents($file)));
		}
		$main = php_ini_loaded_file();
		file_put_contents("$target/php.ini", $main ? preg_replace($pattern, "", file_get_contents($main)) : "");
	' "$hidden"
	mkdir -p "$hidden/scan"
	find "$hidden" -maxdepth 1 -name '[0-9]*.ini' -exec mv {} "$hidden/scan/" \;
	export PHP_INI_SCAN_DIR=$TOP/$hidden/scan
	RUN_INI=(-c "$TOP/$hidden/php.ini")
}

dev_run() {
	local example=${1:-http-server} file
	[ $# -eq 0 ] || shift
	for file in "$example" "examples/$example" "examples/$example.php"; do
		[ -f "$file" ] && break
		file=
	done
	[ -n "$file" ] || die "there is no example \"$example\"; these are: $(ls examples 2>/dev/null | tr '\n' ' ')"
	setup build
	use_php
	build release
	hide_installed_evloop
	title "php $file"
	# Xdebug, where it is installed, would make every call slow; who debugs an example sets XDEBUG_MODE.
	export XDEBUG_MODE=${XDEBUG_MODE:-off}
	exec "$PHP" ${RUN_INI[@]+"${RUN_INI[@]}"} -d extension="$SO" "$file" "$@"
}
