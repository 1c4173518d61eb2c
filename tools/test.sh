# SPDX-License-Identifier: MIT
# `./dev test`: the lanes of docs/testing.md, and one line that counts them all. Sourced by ./dev.

TIME_LIMIT=60 # seconds for one phpt

# Shared extensions that tests may use, as far as this PHP has them. The machine's php.ini is not read.
TEST_EXTENSIONS='ctype mbstring posix sockets tokenizer'

# More of the environment of a phpt, set by a lane.
PHPT_ENV=()

passed=0
failed=0
skipped=0

# check <name> <command ...>: a test that is one command.
check() {
	local name=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
		say "   $name: passed"
	else
		failed=$((failed + 1))
		say "   ${RED}$name: failed$PLAIN"
	fi
}

lane_units() {
	title "unit tests (ASan, UBSan)"
	if ! build_units; then
		failed=$((failed + 1))
		say "   ${RED}the unit tests do not compile$PLAIN; the whole log is in $LOGS/unit.log"
		return
	fi
	run_units $# .cache/unit/unit "$@"
}

# run_units <number of names> <command> <names ...>: counts what the runner says. Where names are given there may be no such test.
run_units() {
	local sum names=$1
	shift
	"$@" >"$LOGS/unit-run.log" 2>&1 || true
	sum=$(tail -n 1 "$LOGS/unit-run.log")
	sed '$d; s/^/   /' "$LOGS/unit-run.log"
	say "   $sum"
	if [ "$names" -gt 0 ] && [ "$sum" = "unit: 0 passed, 0 failed" ]; then
		return
	fi
	if [[ $sum =~ ^unit:\ ([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
		passed=$((passed + BASH_REMATCH[1]))
		failed=$((failed + BASH_REMATCH[2]))
	else
		failed=$((failed + 1))
		say "   ${RED}the runner of the unit tests ended early$PLAIN"
	fi
}

phpt_results() { cat .cache/phpt.results 2>/dev/null | wc -l | tr -d ' '; }
phpt_progress() { printf '%s done, ' "$(phpt_results)"; }

# Prints the number of tests with one of the given results.
count_results() { grep -cE "^($1)	" .cache/phpt.results || true; }

# The processes of this run that are still there: known by a variable, where there is /proc.
leftovers() {
	[ -d /proc/self ] || return 0
	grep -lsz "^EVLOOP_TEST_RUN=$$\$" /proc/[0-9]*/environ | sed 's|^/proc/||; s|/environ$||' || true
}

# Ends what a test that ran out of time has left running: run-tests ends no more than its shell.
end_leftovers() {
	local pids pid
	[ -n "$(leftovers)" ] || return 0
	sleep 0.5
	pids=$(leftovers)
	[ -n "$pids" ] || return 0
	say "   ended, since they outlived their tests:"
	for pid in $pids; do
		say "   $pid $(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | tail -c 100)"
		kill -9 "$pid" 2>/dev/null || true
	done
}

# What stands between run-tests' introduction and its summary: results, and of each diff so much as one reads.
print_failures() {
	awk -v file="${1#"$TOP"/}" '
		/^Running selected tests/ { on = 1; next }
		/^Number of tests/ { exit }
		!on || /^=*$/ || /^Spawning/ { next }
		/^=+DONE/ && lines > 50 { print "   ... " lines - 50 " more lines in " file }
		/^=+(DIFF|DONE)/ || /^(FAIL|BORK|WARN|LEAK|XFAIL|SKIP) / { lines = 0 }
		++lines <= 50 { print "   " $0 }' "$1"
}

# What the debug build told of requests that left something, in tests and in processes that tests started. A test that means to crash
# (an end by a signal) tells nothing.
judge_audit() {
	[ -s .cache/audit ] || return 0
	say "   ${RED}left over after a request:$PLAIN"
	sort .cache/audit | uniq -c | sed 's/^/   /'
	failed=$((failed + 1))
}

# lane_phpt <name> <list of tests> <extension> <options of run-tests ...>
lane_phpt() {
	local name=$1 tests=$2 so=$3 options=() extension folder total good bad skip
	shift 3
	total=$(wc -l <"$tests" | tr -d ' ')
	[ "$total" -gt 0 ] || return 0
	title "phpt, $name"
	folder=$("$PHP" -n -r 'echo ini_get("extension_dir");')
	for extension in $TEST_EXTENSIONS; do
		[ ! -f "$folder/$extension.so" ] || options+=(-d "extension=$extension")
	done
	if [ -n "${EVLOOP_FIRST:-}" ]; then options=(-d extension="$so" ${options[@]+"${options[@]}"}); else options+=(-d extension="$so"); fi
	rm -f .cache/phpt.results .cache/audit
	in_background "$total tests" "$LOGS/phpt.log" phpt_progress env -u PHP_INI_SCAN_DIR EVLOOP_TEST_RUN=$$ NO_INTERACTION=1 \
		EVLOOP_AUDIT="$TOP/.cache/audit" \
		${PHPT_ENV[@]+"${PHPT_ENV[@]}"} TEST_PHP_EXECUTABLE="$PHP" "$PHP" -n "$(dirname "$so")/../run-tests.php" -n -q -j"$(cores)" --no-color --no-progress \
		--set-timeout "$TIME_LIMIT" --show-diff -g FAIL,BORK,WARN,LEAK,XFAIL,SKIP -W .cache/phpt.results \
		${options[@]+"${options[@]}"} "$@" $(cat "$tests") || true
	end_leftovers
	touch .cache/phpt.results
	print_failures "$LOGS/phpt.log"
	good=$(count_results 'PASSED|XFAILED')
	skip=$(count_results SKIPPED)
	bad=$((total - good - skip))
	if [ "$(phpt_results)" != "$total" ]; then
		tail -n 20 "$LOGS/phpt.log"
		say "   ${RED}$((total - $(phpt_results))) tests have no result$PLAIN; the whole log is in $LOGS/phpt.log"
	fi
	judge_audit
	say "   $name: $good passed, $bad failed, $skip skipped"
	passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + skip))
}

# Under the JIT everything is hot at once, and a file is cached however young it is.
lane_jit() {
	local folder
	folder=$("$PHP" -n -r 'echo ini_get("extension_dir");')
	if [ ! -f "$folder/opcache.so" ]; then
		say "   tracing JIT: skipped, this PHP has no OPcache"
		skipped=$((skipped + 1))
		return
	fi
	lane_phpt "tracing JIT" "$1" "$2" -d zend_extension=opcache -d opcache.enable=1 -d opcache.enable_cli=1 \
		-d opcache.jit=tracing -d opcache.jit_buffer_size=64M -d opcache.jit_hot_func=2 -d opcache.jit_hot_loop=2 \
		-d opcache.jit_hot_return=2 -d opcache.jit_hot_side_exit=2 -d opcache.file_update_protection=0
}

# The official suite of Promises/A+ from npm, into .cache/ unless it is there. False when it cannot be had.
install_aplus() {
	have node && have npm && have mkfifo || return 1
	if [ ! -d .cache/aplus/node_modules ] || ! cmp -s tests/aplus/package.json .cache/aplus/package.json; then
		rm -rf .cache/aplus
		mkdir -p .cache/aplus
		cp tests/aplus/package.json .cache/aplus/
		in_background "npm install" "$LOGS/aplus-install.log" : npm install --prefix .cache/aplus --no-audit --no-fund \
			--no-package-lock || { rm -rf .cache/aplus; return 1; }
	fi
}

# lane_aplus <extension>: Node runs the suite, a PHP process answers; see tests/aplus/.
lane_aplus() {
	local sum
	title "Promises/A+"
	if ! install_aplus; then
		say "   skipped: node and npm are missing, or the suite could not be installed"
		skipped=$((skipped + 1))
		return
	fi
	in_background "the official suite" "$LOGS/aplus.log" : timeout 300 node tests/aplus/run.js .cache/aplus "$PHP" -n \
		-d extension="$1" -d display_errors=stderr || true
	sum=$(tail -n 1 "$LOGS/aplus.log")
	sed '$d; s/^/   /' "$LOGS/aplus.log"
	if [[ $sum =~ ^aplus:\ ([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ waived$ ]]; then
		say "   $sum"
		passed=$((passed + BASH_REMATCH[1]))
		failed=$((failed + BASH_REMATCH[2]))
		skipped=$((skipped + BASH_REMATCH[3]))
	else
		failed=$((failed + 1))
		say "   ${RED}the suite ended early$PLAIN; the whole log is in $LOGS/aplus.log"
	fi
}

# Without a selection, and when it names the lane.
wants_aplus() {
	local word
	[ $# -gt 0 ] || return 0
	for word in "$@"; do
		[[ ${word#./} != *aplus* ]] || return 0
	done
	return 1
}

# Each header includes what it needs: all of them compile as they stand, one translation unit each.
headers_stand_alone() {
	# shellcheck disable=SC2046
	${CC:-cc} -std=gnu11 -fsyntax-only -x c -I. $("$PHP_CONFIG" --includes) $(pkg-config --cflags libuv) -D_GNU_SOURCE \
		-DEVLOOP_DEBUG=1 php_evloop.h $(find src -name '*.h')
}

# Every phpt that one of the given paths or words selects, all without.
select_phpt() {
	local file word
	find tests -name '*.phpt' | LC_ALL=C sort | while IFS= read -r file; do
		[ $# -gt 0 ] || say "$file"
		for word in "$@"; do
			if [[ $file == *"${word#./}"* ]]; then
				say "$file"
				break
			fi
		done
	done
}

# False when only phpt files or their folders were asked for.
wants_units() {
	local word
	[ $# -gt 0 ] || return 0
	for word in "$@"; do
		[[ -e $word && ${word#./} != tests/unit* ]] || return 0
	done
	return 1
}

# What docs/testing.md calls the lanes that see what a test run does not. Each counts for itself and says so; a verb that fails is one.
run_all_lanes() {
	local lane php
	for lane in compilers static-libuv tsan valgrind asan matrix 'stress 3' faults fuzz canaries; do
		# shellcheck disable=SC2086
		check "./dev $lane" ./dev $lane
	done
	for php in .cache/php-debug/bin/php .cache/php-debug-asan/bin/php; do
		if [ ! -x "$php" ]; then
			say "   $php: not built (./dev php-debug), left out"
		elif [[ $php == *asan* ]]; then
			check "./dev asan --php=$php" ./dev asan --php="$php"
		else
			check "./dev test --php=$php" ./dev test --php="$php"
		fi
	done
}

dev_test() {
	local php='' words=() argument all='' started=$SECONDS release debug
	for argument in "$@"; do
		case $argument in
			--php=*) php=${argument#--php=} ;;
			--all) all=1 ;;
			-*) die "test does not know \"$argument\": ./dev test [--php=PATH] [path or name ...]" ;;
			*) words+=("${argument%/}") ;;
		esac
	done
	setup test
	use_php "$php"
	title "build"
	WARNINGS=-Werror
	build debug
	debug=$SO
	build release
	release=$SO

	if wants_units ${words[@]+"${words[@]}"}; then
		lane_units ${words[@]+"${words[@]}"}
	fi
	select_phpt ${words[@]+"${words[@]}"} >.cache/phpt.all
	# What tests the tree and not the code runs once.
	grep -v '^tests/packaging/' .cache/phpt.all >.cache/phpt.code || true
	lane_phpt "debug build" .cache/phpt.all "$debug"
	lane_jit .cache/phpt.code "$release"
	if wants_aplus ${words[@]+"${words[@]}"}; then
		lane_aplus "$debug"
	fi
	if [ ${#words[@]} -eq 0 ]; then
		lane_faults "$debug" "$release" 3 64
		title "the tree"
		check layers "$PHP" -n tools/layers.php
		check "each header compiles alone" headers_stand_alone
		check arginfo env PHP="$PHP" PHP_CONFIG="$PHP_CONFIG" tools/arginfo.sh --check
		[ -n "$PHP_GIVEN" ] || check "./dev package" ./dev package
	fi

	[ -z "$all" ] || run_all_lanes

	say "in $((SECONDS - started)) s"
	[ $((passed + failed)) -gt 0 ] || say "no test was run"
	say "$passed passed, $failed failed, $skipped skipped"
	[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
