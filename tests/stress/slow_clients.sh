#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# `tests/stress/slow_clients.sh [CONNECTIONS [SECONDS]]`: slowhttptest (of Debian's package of that name) in its four modes
# with 5,000 connections against examples/http-server.php, while wrk asks it for the page. The goal: wrk's p99 under twice
# its own. Ends with 1 when it is missed. Only a quiet machine gives figures that mean anything.
#
# slowhttptest polls without a pause and takes a CPU for itself. Where there are no more than two, the server and wrk wait
# for it, whatever it does to whom. So it runs with the lowest priority, and for each mode wrk's p99 is taken three times:
# alone; beside the same attack on another server, which shows what the attacker's own hunger costs; and beside the attack
# on this one. The second and third differ by what slow clients cost this server, as does the CPU time a request.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

connections=${1:-5000}
seconds=${2:-6}
ulimit -n $((connections + 1000))
folder=$(mktemp -d)
server='' other='' attack=''

finish() {
	for process in $attack $server $other; do kill "$process" 2>/dev/null || true; done
	rm -rf "$folder"
}
trap finish EXIT

# Sets PROCESS and URL.
start() {
	php -n -d extension="$PWD/modules/evloop.so" examples/http-server.php 127.0.0.1:0 >"$folder/$1" 2>&1 &
	PROCESS=$!
	until URL=$(grep -o 'http://[^ ]*' "$folder/$1"); do sleep 0.1; done
}

ticks() { awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$server/stat"; }
descriptors() { ls "/proc/$1/fd" | wc -l; }

# Sets P99 (us) and CPU (us a request).
measure() {
	local before
	before=$(ticks)
	wrk -t1 -c32 -d"${seconds}s" --latency "$url" >"$folder/wrk"
	CPU=$(awk -v ticks=$(($(ticks) - before)) '/requests in/ { printf "%.1f", ticks * 10000 / $1 }' "$folder/wrk")
	P99=$(awk '/ 99%/ { unit = $2; sub(/^[0-9.]+/, "", unit); print int($2 * (unit == "us" ? 1 : unit == "ms" ? 1000 : 1000000)) }' "$folder/wrk")
	grep -E 'Socket errors|Non-2xx' "$folder/wrk" >&2 || true
}

# Against the process and URL that are given, in the mode that is the rest.
attack() {
	local process=$1 target=$2 mode=$3
	shift 2
	[ "$mode" != -B ] || target=${target}echo
	nice -n 19 slowhttptest "$@" -c "$connections" -l 120 -p 3 -u "$target" >"$folder/attack" 2>&1 &
	attack=$!
	# Ranges are answered at once, so there it is the coming and going that counts.
	for ((i = 0; i < 300; i++)); do
		if [ "$mode" = -R ] || [ "$(descriptors "$process")" -ge "$connections" ]; then break; fi
		sleep 0.1
	done
	sleep 1
	HELD=$(descriptors "$process")
	measure
	HELD="$HELD to $(descriptors "$process")"
	kill "$attack" 2>/dev/null || true
	wait "$attack" 2>/dev/null || true
	attack=''
	sleep 2
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

start server
server=$PROCESS url=$URL
start other
other=$PROCESS other_url=$URL
measure
failed=0

for mode in '-H -i 5 -x 24 -r 2500' '-B -i 5 -s 8192 -x 10 -r 2500' '-R -r 500' '-X -w 512 -y 1024 -n 5 -z 32 -k 3 -r 2500'; do
	measure
	alone=$P99 cpu=$CPU
	# shellcheck disable=SC2086
	attack "$other" "$other_url" $mode
	baseline=$P99
	# shellcheck disable=SC2086
	attack "$server" "$url" $mode
	echo "slowhttptest ${mode%% *}: p99 $P99 us; alone $alone us: $(ratio "$P99" "$alone") times;" \
		"beside the attack on another $baseline us: $(ratio "$P99" "$baseline") times;" \
		"$CPU us of CPU a request, alone $cpu; $HELD descriptors"
	if [ "$P99" -gt $((alone * 2)) ] && [ "$P99" -gt $((baseline * 2)) ]; then failed=1; fi
done

kill "$server"
wait "$server" || failed=1
server=''
tail -n 1 "$folder/server"
if [ "$failed" = 0 ]; then echo OK; else echo "FAIL: above twice its own, or no clean end"; fi
exit "$failed"
