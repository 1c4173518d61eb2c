# SPDX-License-Identifier: MIT
# `./dev faults`: calls that fail one after the other, and bytes that come in bits; see tests/faults/. Sourced by ./dev.

# build_faults: the preloaded library and the extension for the allocations, for PHP, into .cache/faults/.
build_faults() {
	local flags=(-std=gnu11 -O1 -g -Wall -Wextra -Wno-unused-parameter -fPIC -shared)
	mkdir -p .cache/faults
	"${CC:-cc}" "${flags[@]}" -o .cache/faults/shim.so tests/faults/shim.c -ldl
	# shellcheck disable=SC2046
	"${CC:-cc}" "${flags[@]}" $("$PHP_CONFIG" --includes) -DCOMPILE_DL_EVLOOP_MEMORY -o .cache/faults/memory.so tests/faults/memory.c
}

# sweep_faults <extension> <step> <scenario:kind ...>
sweep_faults() {
	local so=$1 step=$2 sum
	shift 2
	in_background "calls that fail" "$LOGS/faults.log" : "$PHP" -n tests/faults/sweep.php "$so" "$TOP/.cache/faults/shim.so" \
		"$TOP/.cache/faults/memory.so" "$step" "$@" || true
	sum=$(tail -n 1 "$LOGS/faults.log")
	sed '$d; s/^/   /' "$LOGS/faults.log"
	say "   $sum"
	if [[ $sum =~ ^faults:\ ([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
		passed=$((passed + BASH_REMATCH[1]))
		failed=$((failed + BASH_REMATCH[2]))
	else
		failed=$((failed + 1))
		say "   ${RED}the sweep ended early$PLAIN; the whole log is in $LOGS/faults.log"
	fi
}

# echo_in_bits <extension> <soak> <MiB> [more ...]: random bytes through a server and back, with interrupted, empty and short reads and writes.
echo_in_bits() {
	local extension=$1 soak=$2 log=.cache/faults/chaos counts
	shift 2
	head -c 16 /dev/zero >$log
	TEST_PHP_EXTRA_ARGS="-n -d extension=$extension" LD_PRELOAD="$TOP/.cache/faults/shim.so" EVLOOP_FAULT=chaos:$RANDOM \
		EVLOOP_FAULT_LOG="$TOP/$log" timeout 300 "$PHP" -n -d extension="$extension" "tests/stress/$soak.php" "$@" >"$LOGS/chaos.log" 2>&1 || {
		tail -n 20 "$LOGS/chaos.log"
		return 1
	}
	read -r -a counts < <(od -An -t u8 -w16 $log)
	say "   ${counts[1]} of ${counts[0]} reads and writes were disturbed"
	[ "${counts[1]}" -gt 0 ]
}

# datagrams_in_chaos <extension>: random datagrams and back, with calls that are interrupted, find nothing, or give few.
datagrams_in_chaos() {
	local log=.cache/faults/chaos counts
	head -c 16 /dev/zero >$log
	LD_PRELOAD="$TOP/.cache/faults/shim.so" EVLOOP_FAULT=chaos:$RANDOM EVLOOP_FAULT_LOG="$TOP/$log" \
		timeout 120 "$PHP" -n -d extension="$1" tests/stress/udp_soak.php 20000 >"$LOGS/chaos.log" 2>&1 || {
		tail -n 20 "$LOGS/chaos.log"
		return 1
	}
	read -r -a counts < <(od -An -t u8 -w16 $log)
	say "   ${counts[1]} of ${counts[0]} datagrams were disturbed"
	[ "${counts[1]}" -gt 0 ]
}

# lane_faults <debug build> <release build> <step> <MiB> <scenario:kind ...>
lane_faults() {
	local debug=$1 release=$2 step=$3 size=$4
	shift 4
	title "fault injection"
	if [ "$(uname)" != Linux ] || ! build_faults 2>"$LOGS/faults-build.log"; then
		say "   skipped: it needs Linux with glibc"
		skipped=$((skipped + 1))
		return
	fi
	sweep_faults "$debug" "$step" "$@"
	[ $# -gt 0 ] || check "$size MiB of random bytes in bits" echo_in_bits "$release" echo_soak "$size"
	[ $# -gt 0 ] || check "32 MiB and 500 connections of TLS in bits" echo_in_bits "$release" tls_soak 32 500
	[ $# -gt 0 ] || check "$size MiB of random bytes in bits, by listeners" echo_in_bits "$release" echo_soak "$size" events
	[ $# -gt 0 ] || check "20,000 datagrams in chaos" datagrams_in_chaos "$release"
}

# ./dev faults [--step=N] [scenario:kind ...]
dev_faults() {
	local started=$SECONDS step=1 words=() argument debug
	for argument in "$@"; do
		case $argument in
			--step=*) step=${argument#--step=} ;;
			*:*) words+=("$argument") ;;
			*) die "faults does not know \"$argument\": ./dev faults [--step=N] [scenario:kind ...]" ;;
		esac
	done
	setup test
	use_php
	title "build"
	build debug
	debug=$SO
	build release
	lane_faults "$debug" "$SO" "$step" 1024 ${words[@]+"${words[@]}"}
	sum_up "$started"
}
