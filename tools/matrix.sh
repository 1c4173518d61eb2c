# SPDX-License-Identifier: MIT
# `./dev matrix`: the suite beside other extensions, compilers of PHP's and ways to load. `./dev fuzz`. Sourced by ./dev.

MATRIX='function-jit preload repeat evloop-first curl-first pcov xdebug-develop xdebug-coverage xdebug-debug xdebug-trace xdebug-profile'

# Sets EXTENSION: a shared extension of this PHP, or else of Debian's package, unpacked into .cache and not installed.
find_extension() {
	local name=$1 folder=.cache/extensions package
	EXTENSION=$("$PHP" -n -r 'echo ini_get("extension_dir");')/$name.so
	[ ! -f "$EXTENSION" ] || return 0
	EXTENSION=$TOP/$folder/$name.so
	[ ! -f "$EXTENSION" ] || return 0
	have apt-get && have dpkg-deb || return 1
	package=php$("$PHP" -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')-$name
	mkdir -p "$folder"
	(cd "$folder" && rm -f ./*.deb && apt-get download "$package" && dpkg-deb -x "$package"_*.deb tree) >"$LOGS/extension.log" 2>&1 || return 1
	find "$folder/tree" -name "$name.so" -exec cp {} "$EXTENSION" \;
	[ -f "$EXTENSION" ]
}

# A lane whose output differs by design: what counts is that nothing crashes, hangs or leaves something open.
forgive_output() {
	local result test forgiven=0
	while IFS=$'\t' read -r result test; do
		test=${test%.phpt}.out
		if [ "$result" = FAILED ] && [ -f "$test" ] &&
			! grep -qE 'Termsig=|timed out|Assertion .* failed|^evloop: |double free|corrupt' "$test"; then
			forgiven=$((forgiven + 1))
		fi
	done <.cache/phpt.results
	passed=$((passed + forgiven)) failed=$((failed - forgiven))
	say "   of these printed something else, but came to their end: $forgiven"
}

# matrix_lane <name>: what .cache/phpt.all lists, on the release build in SO.
matrix_lane() {
	local opcache=(-d zend_extension=opcache -d opcache.enable=1 -d opcache.enable_cli=1 -d opcache.file_update_protection=0)
	case $1 in
		function-jit)
			lane_phpt "$1" .cache/phpt.all "$SO" "${opcache[@]}" -d opcache.jit=function -d opcache.jit_buffer_size=64M
			;;
		preload)
			lane_phpt "$1" .cache/phpt.all "$SO" "${opcache[@]}" -d opcache.preload="$TOP/tests/lanes/preload.inc" \
				-d opcache.preload_user="$(id -un)"
			;;
		repeat)
			lane_phpt "$1" .cache/phpt.all "$SO" --repeat 2
			;;
		evloop-first)
			EVLOOP_FIRST=1
			if find_extension curl; then set -- "$1" -d extension="$EXTENSION"; fi
			lane_phpt "$1" .cache/phpt.all "$SO" "${@:2}"
			EVLOOP_FIRST=
			;;
		curl-first | pcov)
			find_extension "${1%-first}" || {
				say "   $1: skipped, there is no ${1%-first} for this PHP"
				skipped=$((skipped + 1))
				return
			}
			lane_phpt "$1" .cache/phpt.all "$SO" -d extension="$EXTENSION" -d pcov.enabled=1
			;;
		xdebug-*)
			find_extension xdebug || {
				say "   $1: skipped, there is no xdebug for this PHP"
				skipped=$((skipped + 1))
				return
			}
			rm -rf .cache/xdebug
			mkdir -p .cache/xdebug
			# The variable, since run-tests sets the mode to off.
			PHPT_ENV=(XDEBUG_MODE="${1#xdebug-}")
			lane_phpt "$1" .cache/phpt.all "$SO" -d zend_extension="$EXTENSION" -d xdebug.log_level=0 \
				-d xdebug.start_with_request="$([ "$1" = xdebug-debug ] && echo no || echo yes)" -d xdebug.output_dir="$TOP/.cache/xdebug"
			PHPT_ENV=()
			[ "$1" = xdebug-coverage ] || forgive_output
			rm -rf .cache/xdebug
			;;
		*)
			die "there is no lane \"$1\": $MATRIX"
			;;
	esac
}

# ./dev matrix [lane ...] [path ...]
dev_matrix() {
	local started=$SECONDS lanes='' words=() argument
	for argument in "$@"; do
		if [[ " $MATRIX " == *" $argument "* ]]; then lanes+=" $argument"; else words+=("${argument%/}"); fi
	done
	setup test
	use_php
	title "build"
	build release
	for argument in ${lanes:-$MATRIX}; do
		lane_tests "$argument" ${words[@]+"${words[@]}"}
		matrix_lane "$argument"
	done
	sum_up "$started"
}

# Each target of tests/fuzz for some seconds, from its corpus, which is not changed.
dev_fuzz() {
	local seconds=${1:-60} target name dictionary
	have clang || die "clang was not found (Debian: apt-get install clang libclang-rt-14-dev)"
	mkdir -p .cache/fuzz
	for target in tests/fuzz/fuzz_*.c; do
		name=$(basename "$target" .c)
		title "$name, $seconds s"
		# shellcheck disable=SC2046
		job "compile" "$name-build" clang -std=gnu11 -g -O2 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
			-fsanitize-coverage-ignorelist=tests/fuzz/uncovered.list -I. \
			$(pkg-config --cflags libuv) -D_GNU_SOURCE -DEVLOOP_DEBUG=1 -o ".cache/fuzz/$name" "$target" \
			$(find tests/unit -name '*_drive.c') $(find src/core -name '*.c') $(pkg-config --libs libuv)
		mkdir -p ".cache/fuzz/$name.corpus"
		dictionary=tests/fuzz/${name#fuzz_}.dict
		job "run" "$name" ".cache/fuzz/$name" -max_total_time="$seconds" -timeout=10 -print_final_stats=1 -artifact_prefix=.cache/fuzz/ \
			$([ ! -f "$dictionary" ] || echo "-dict=$dictionary") ".cache/fuzz/$name.corpus" "tests/fuzz/corpus/${name#fuzz_}"
		grep -E 'number_of_executed_units|average_exec_per_sec' "$LOGS/$name.log" | sed 's/^/   /'
	done
}
