# SPDX-License-Identifier: MIT
# `./dev valgrind`, `asan`, `stress`: the suite under machines that see what a plain run does not. Sourced by ./dev.

# Where a lane keeps the tests that it leaves out, one a line: the file, a tab or blanks, the reason.
# without_left_out <lane> <list of tests>: the list without them, in place; says how many.
without_left_out() {
	local file=tests/lanes/$1.skip
	[ -f "$file" ] || return 0
	sed 's/#.*//; s/[[:space:]].*//; /^$/d' "$file" >.cache/phpt.left_out
	grep -vxFf .cache/phpt.left_out "$2" >"$2.kept" || true
	say "   left out here, with the reasons in $file: $(($(wc -l <"$2") - $(wc -l <"$2.kept")))"
	mv "$2.kept" "$2"
}

# lane_tests <lane> <words ...>: writes .cache/phpt.all. What tests the tree and not the code is no affair of these lanes.
lane_tests() {
	local lane=$1
	shift
	select_phpt "$@" | grep -v '^tests/packaging/' >.cache/phpt.all || true
	# What all variants of a lane leave out, and what this one does.
	[ "${lane%%-*}" = "$lane" ] || without_left_out "${lane%%-*}" .cache/phpt.all
	without_left_out "$lane" .cache/phpt.all
}

# The last line of a verb that counts, as `./dev test` prints it.
sum_up() {
	say "in $((SECONDS - $1)) s"
	[ $((passed + failed)) -gt 0 ] || say "no test was run"
	say "$passed passed, $failed failed, $skipped skipped"
	[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

# Without the kinds of leak named, valgrind prints them and PHP's run-tests counts none.
VALGRIND_LEAKS='--leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite'

# The smallest stacks of coroutines are 128 KB apart: with valgrind's own limit a switch between them would be a frame of that size.
# A program "valgrind" that run-tests finds before the real one: a log for each process, children too, instead of one file that each
# process truncates; our suppressions; and no tracing into programs that are not ours.
make_valgrind_wrapper() {
	local real
	real=$(command -v valgrind) || die "valgrind was not found (Debian: apt-get install valgrind)"
	mkdir -p .cache/valgrind/bin
	cat >.cache/valgrind/bin/valgrind <<WRAPPER
#!/usr/bin/env bash
arguments=()
for argument in "\$@"; do
	case \$argument in
		--log-file=*) : >"\${argument#*=}"; arguments+=("\$argument.%p") ;;
		*) arguments+=("\$argument") ;;
	esac
done
ulimit -t 240 # or what ran into the time limit runs on
exec "$real" --suppressions="$TOP/tests/valgrind.supp" --num-callers=30 $VALGRIND_LEAKS --max-stackframe=100000 --vgdb=no \
	--trace-children-skip='*/node,*/wrk,*/curl,*/git,*/nm,*/openssl,*/chromium*,*/strace,*/cc,*/sleep,*/mount,*/nc,*/nc.*,*/socat,*/tr' "\${arguments[@]}"
WRAPPER
	chmod +x .cache/valgrind/bin/valgrind
}

valgrind_logs() { find tests -name '*.mem.[0-9]*' "$@"; }

# What the processes of each test had to say: a test that passed is a failure if one of them said something.
judge_valgrind_logs() {
	local log name
	# What it does not know of this kernel is no error: pidfd_open(), and the ioctl() for the other end of a terminal.
	valgrind_logs -exec sed -i '/^--[0-9]*-- /d; /unhandled ioctl 0x5441/d; /spurious value errors/d; /README_MISSING_SYSCALL_OR_IOCTL/d' {} +
	valgrind_logs -empty -exec rm -f {} +
	valgrind_logs | sort | while IFS= read -r log; do
		# Nor is what other programs do.
		grep -E '\(in (/usr)?/bin/' "$log" | grep -qv '/bin/php' && continue
		name=${log%.mem.*}.phpt
		say "   ${RED}valgrind, $name$PLAIN (the whole is in .cache/valgrind/$(basename "$log"))"
		head -n 40 "$log" | sed 's/^==[0-9]*== /      /'
		mv "$log" .cache/valgrind/
		printf '%s\n' "$name" >>.cache/valgrind/found
	done
}

# lane_valgrind <extension>: what .cache/phpt.all lists.
lane_valgrind() {
	local found
	make_valgrind_wrapper
	rm -f .cache/valgrind/*.mem.* .cache/valgrind/found
	valgrind_logs -exec rm -f {} +
	TIME_LIMIT=240
	PHPT_ENV=(PATH="$TOP/.cache/valgrind/bin:$PATH" SKIP_SLOW_TESTS=1 SKIP_PERF_SENSITIVE=1 EVLOOP_TEST_SLOW=20)
	# What PCRE's JIT compiles reads beyond the subject, in words, and valgrind cannot know better.
	lane_phpt valgrind .cache/phpt.all "$1" -m -d pcre.jit=0
	PHPT_ENV=()
	touch .cache/valgrind/found
	judge_valgrind_logs
	say "   tests in which valgrind found something: $(sort -u .cache/valgrind/found | wc -l | tr -d ' ')"
	# Those that failed by themselves have been counted.
	found=$({ sort -u .cache/valgrind/found | sed "s|^|PASSED\t$TOP/|" | grep -xFf - .cache/phpt.results || true; } | wc -l | tr -d ' ')
	passed=$((passed - found)) failed=$((failed + found))
}

# The unit tests without the sanitizers, which do not go with valgrind; each test is a child, whose exit code valgrind sets.
lane_valgrind_units() {
	title "unit tests (valgrind)"
	if ! build_units OUT=.cache/unit-plain SAN= DEFINES=-DTIME_LIMIT_SECONDS=300; then
		failed=$((failed + 1))
		say "   ${RED}the unit tests do not compile$PLAIN; the whole log is in $LOGS/unit.log"
		return
	fi
	# shellcheck disable=SC2086
	run_units $# valgrind -q --error-exitcode=99 --suppressions=tests/valgrind.supp --num-callers=30 $VALGRIND_LEAKS \
		.cache/unit-plain/unit "$@"
}

dev_valgrind() {
	local started=$SECONDS
	setup test
	use_php
	have valgrind || die "valgrind was not found (Debian: apt-get install valgrind)"
	title "build"
	build debug
	if wants_units "$@"; then
		lane_valgrind_units "$@"
	fi
	lane_tests valgrind "$@"
	lane_valgrind "$SO"
	sum_up "$started"
}

# build_asan [variant]: builds the extension with the sanitizers (SO) and sets ASAN_ENV: what PHP's process needs, so that they work in a PHP without them.
# The reports go to files of their own, since a test's PHP may have its output closed or compared. Leaks are for valgrind and the
# debug PHP to find: in PHP's release build whatever a cycle holds at the end is one.
build_asan() {
	local preload=$TOP/.cache/asan/dlopen.so runtime
	mkdir -p .cache/asan
	cc -std=gnu11 -O1 -Wall -Wextra -fPIC -shared -o "$preload" tools/asan_dlopen.c -ldl
	build "${1:-asan}"
	rm -f .cache/asan/report.*
	ASAN_ENV=(USE_ZEND_ALLOC=0 ZEND_DONT_UNLOAD_MODULES=1 SKIP_ASAN=1 SKIP_SLOW_TESTS=1 SKIP_PERF_SENSITIVE=1
		UBSAN_OPTIONS="print_stacktrace=1:log_path=$TOP/.cache/asan/report")
	# Tests preload libraries of their own, and ask for more memory than there is.
	ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=0:verify_asan_link_order=0:allocator_may_return_null=1:log_path=$TOP/.cache/asan/report:exitcode=86"
	if ! php_has_asan; then
		runtime=$("${CC:-cc}" -print-file-name=libasan.so)
		runtime=$(readlink -f "$runtime")
		[ -f "$runtime" ] || die "libasan was not found beside ${CC:-cc}"
		make_asan_wrappers
		ASAN_ENV+=(LD_PRELOAD="$preload $runtime" PATH="$TOP/.cache/asan/bin:$PATH")
	fi
	ASAN_ENV+=(ASAN_OPTIONS="$ASAN_OPTIONS")
}

# Programs that tests start without the sanitizer, which is for PHP: with it curl waits at its start for a lock that nobody has.
make_asan_wrappers() {
	local name real
	mkdir -p .cache/asan/bin
	for name in curl node wrk openssl chromium git nm cmp; do
		real=$(command -v "$name") || continue
		printf '#!/bin/sh\nunset LD_PRELOAD\nexec "%s" "$@"\n' "$real" >".cache/asan/bin/$name"
		chmod +x ".cache/asan/bin/$name"
	done
}

php_has_asan() { "$PHP_CONFIG" --configure-options | grep -q -- --enable-address-sanitizer; }

# One report a process; a test fails by its exit code, or by its output, or only here.
judge_asan_reports() {
	local report count=0
	for report in .cache/asan/report.*; do
		# What is no error: the note that a fatal error jumped over a stack which ASan does not know.
		grep -qE 'ERROR: |runtime error: ' "$report" 2>/dev/null || continue
		count=$((count + 1))
		say "   ${RED}${report#"$TOP"/}$PLAIN"
		head -n 45 "$report" | sed 's/^/      /'
	done
	failed=$((failed + count))
	say "   processes in which a sanitizer found something: $count"
}

dev_asan() {
	local started=$SECONDS php='' words=() argument
	for argument in "$@"; do
		case $argument in
			--php=*) php=${argument#--php=} ;;
			-*) die "asan does not know \"$argument\": ./dev asan [--php=PATH] [path or name ...]" ;;
			*) words+=("${argument%/}") ;;
		esac
	done
	setup test
	use_php "$php"
	title "build"
	build_asan
	lane_tests asan ${words[@]+"${words[@]}"}
	TIME_LIMIT=180
	PHPT_ENV=("${ASAN_ENV[@]}")
	lane_phpt "ASan and UBSan" .cache/phpt.all "$SO"
	PHPT_ENV=()
	judge_asan_reports
	sum_up "$started"
}

words_of() { tr -s '[:space:],' '\n' <"$1" | LC_ALL=C sort; }

# Of the failures in .cache/phpt.results, those that print what is expected in another order are none.
forgive_order() {
	local result test forgiven=0
	while IFS=$'\t' read -r result test; do
		test=${test%.phpt}
		if [ "$result" = FAILED ] && [ -f "$test.out" ] && cmp -s <(words_of "$test.out") <(words_of "$test.exp"); then
			forgiven=$((forgiven + 1))
		elif [ "$result" != PASSED ] && [ "$result" != SKIPPED ]; then
			say "   not for the order: ${test#"$TOP"/}.phpt"
		fi
	done <.cache/phpt.results
	passed=$((passed + forgiven)) failed=$((failed - forgiven))
	say "   of these failed, but for the order: $forgiven"
}

# One run of the suite for each seed, on the debug build, where a seed permutes what is ready. A seed that failed is to be repeated
# with ./dev stress --seed=N; --seed=N-M goes on where an earlier run was ended.
dev_stress() {
	local started=$SECONDS first=1 last=50 words=() argument seed before bad=''
	for argument in "$@"; do
		case $argument in
			--seed=*) argument=${argument#--seed=} first=${argument%-*} last=${argument#*-} ;;
			*[!0-9]*) words+=("${argument%/}") ;;
			*) last=$argument ;;
		esac
	done
	setup test
	use_php
	title "build"
	build debug
	lane_tests stress ${words[@]+"${words[@]}"}
	for ((seed = first; seed <= last; seed++)); do
		before=$failed
		PHPT_ENV=(EVLOOP_SCHED_SEED="$seed")
		lane_phpt "seed $seed" .cache/phpt.all "$SO" >"$LOGS/stress-$seed.log"
		forgive_order >>"$LOGS/stress-$seed.log"
		if [ "$failed" -ne "$before" ]; then
			bad+=" $seed"
			cat "$LOGS/stress-$seed.log"
		fi
	done
	PHPT_ENV=()
	[ -z "$bad" ] || say "seeds that failed:$bad"
	sum_up "$started"
}
