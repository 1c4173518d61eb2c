# SPDX-License-Identifier: MIT
# `./dev canaries`: each lane is shown to see the faults that it is there for. `./dev tsan`. Sourced by ./dev.

# commit <fault> <log> <command of a php ...>: with the extension in SO.
commit() {
	local fault=$1 log=$2
	shift 2
	# In a shell of its own: bash says on its stderr that a program was ended by a signal.
	(
		timeout 60 "$@" -n -d extension="$SO" -d display_errors=1 \
			-r "Evloop\\run(function () { foreach (['prepare', '$fault'] as \$fault) Evloop\\async(fn () => Evloop\\suspend() ?? Evloop\\canary(\$fault)); Evloop\\delay(0.001); });" >"$log" 2>&1
		exit $?
	) 2>/dev/null
}

# Each prints nothing and is true when it saw the fault.
seen_by_debug() { ! commit "$1" "$2" "$PHP" || grep -q '^evloop: ' "$2"; }

seen_by_valgrind() {
	# shellcheck disable=SC2086
	USE_ZEND_ALLOC=0 ZEND_DONT_UNLOAD_MODULES=1 commit "$1" "$2" valgrind -q --suppressions=tests/valgrind.supp $VALGRIND_LEAKS \
		--error-exitcode=99 "$PHP" || true
	grep -q '^==[0-9]*==' "$2"
}

seen_by_asan() {
	rm -f .cache/asan/report.*
	commit "$1" "$2" env "${ASAN_ENV[@]}" "$PHP" || true
	cat .cache/asan/report.* >>"$2" 2>/dev/null || true
	grep -qE 'ERROR: AddressSanitizer|runtime error:' "$2"
}

seen_by_php-debug() { ! commit "$1" "$2" "$PHP" || grep -qE 'Freeing 0x|memory leaks detected|Fatal error' "$2"; }

seen_by_php-debug-asan() { seen_by_asan "$@"; }

# With some seed another order shows it.
seen_by_stress() {
	local seed
	for seed in 1 2 3 4 5 6 7 8; do
		EVLOOP_SCHED_SEED=$seed commit "$1" "$2" "$PHP" || return 0
	done
	return 1
}

# By a signal, when the n-th allocation fails: an exception is what should be.
seen_by_faults() {
	local n status
	for n in $(seq 40); do
		status=0
		EVLOOP_FAULT=malloc:$n LD_PRELOAD="$TOP/.cache/faults/shim.so" commit "$1" "$2" "$PHP" || status=$?
		[ "$status" -lt 128 ] || [ "$status" -eq 255 ] || return 0
	done
	return 1
}

# commit_all <lane> [fault ...]: leaves "fault lane" in .cache/canaries/seen for each that it saw.
commit_all() {
	local lane=$1 fault log
	shift
	[ $# -gt 0 ] || set -- $(sed 's/#.*//' tests/canary/faults.txt | awk 'NF { print $1 }')
	for fault in "$@"; do
		[ "$fault" != race ] || continue
		log=.cache/canaries/$lane-$fault.log
		if "seen_by_$lane" "$fault" "$log"; then
			echo "$fault $lane" >>.cache/canaries/seen
		fi
	done
}

canary_lane_debug() {
	build canary
	commit_all debug
}

canary_lane_valgrind() {
	build canary
	commit_all valgrind
}

canary_lane_asan() {
	build_asan canary-asan
	commit_all asan
}

canary_lane_php-debug() {
	use_php "$TOP/.cache/php-debug/bin/php"
	build canary
	commit_all php-debug
}

canary_lane_php-debug-asan() {
	use_php "$TOP/.cache/php-debug-asan/bin/php"
	build_asan canary-asan
	commit_all php-debug-asan
}

# These two look at what only they see: what crashes however it is run says nothing about them.
canary_lane_stress() {
	build canary
	commit_all stress none order
}

canary_lane_faults() {
	build canary
	build_faults
	commit_all faults none unchecked_malloc
}

canary_lane_tsan() {
	build_tsan CANARY=tests/canary/unit_race.c OUT=.cache/unit-tsan-canary || die "the unit tests do not compile; see $LOGS/unit.log"
	.cache/unit-tsan-canary/unit canary_race >.cache/canaries/tsan-race.log 2>&1 || echo "race tsan" >>.cache/canaries/seen
}

# What must be seen and what was, as a table; counts each that must.
print_canaries() {
	local lanes=$1 fault musts lane cell line
	line=$(printf '%-20s' fault)
	for lane in $lanes; do line+=$(printf '%-16s' "$lane"); done
	say "   $line"
	while read -r fault musts; do
		line=$(printf '%-20s' "$fault")
		for lane in $lanes; do
			cell=-
			! grep -qx "$fault $lane" .cache/canaries/seen || cell=seen
			if [[ " $musts " == *" $lane "* ]]; then
				if [ "$cell" = seen ]; then passed=$((passed + 1)); else cell=MISSED failed=$((failed + 1)); fi
			elif [ "$fault" = none ]; then
				if [ "$cell" = - ]; then passed=$((passed + 1)); else cell=FALSE failed=$((failed + 1)); fi
			fi
			line+=$(printf '%-16s' "$cell")
		done
		say "   $line"
	done < <(sed 's/#.*//; /^[[:space:]]*$/d' tests/canary/faults.txt)
}

# wants_lane <lane> <lanes asked for>
wants_lane() { [[ -z $2 || " $2 " == *" $1 "* ]]; }

# Faults are committed in separate processes; what is asked for and not there is left out with a line.
dev_canaries() {
	local started=$SECONDS lanes='' asked="$*" lane
	setup test
	use_php
	rm -rf .cache/canaries
	mkdir -p .cache/canaries
	touch .cache/canaries/seen
	title "canaries"
	for lane in debug valgrind asan tsan stress faults php-debug php-debug-asan; do
		wants_lane "$lane" "$asked" || continue
		if [ "$lane" = valgrind ] && ! have valgrind; then
			say "   valgrind: not installed, left out"
		elif [[ $lane == php-debug* && ! -x .cache/$lane/bin/php ]]; then
			say "   $lane: not built (./dev php-debug), left out"
		else
			"canary_lane_$lane"
			lanes+=" $lane"
		fi
	done
	print_canaries "$lanes"
	sum_up "$started"
}

build_tsan() {
	build_units OUT=.cache/unit-tsan "SAN=-fsanitize=thread" DEFINES=-DTIME_LIMIT_SECONDS=120 "$@"
}

dev_tsan() {
	local started=$SECONDS
	setup build
	title "unit tests (TSan)"
	build_tsan || die "the unit tests do not compile; the whole log is in $LOGS/unit.log"
	# Threads in the child of a process with threads are what some tests are for.
	TSAN_OPTIONS=die_after_fork=0 run_units $# .cache/unit-tsan/unit "$@"
	sum_up "$started"
}
