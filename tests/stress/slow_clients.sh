#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# `tests/stress/slow_clients.sh [CONNECTIONS [SECONDS]]`: slowhttptest (of Debian's package of that name) in its four modes
# with 5,000 connections against slow_server.php, while wrk asks it for a page. The goal: wrk's p99 under twice its own.
# Ends with 1 when it is missed. Only a quiet machine gives figures that mean anything.
#
# slowhttptest polls without a pause and takes a CPU for itself. Where there are two, the server and wrk share the other
# one. So the page takes the server 0.2 ms to make, beside which wrk needs next to nothing. Asked for one that costs
# nothing, wrk would need as much of that CPU as the server, and the figure would be about how a kernel shares it out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

connections=${1:-5000}
seconds=${2:-6}
ulimit -n $((connections + 1000))
folder=$(mktemp -d)
server='' attack=''

finish() {
	for process in $attack $server; do kill "$process" 2>/dev/null || true; done
	rm -rf "$folder"
}
trap finish EXIT

ticks() { awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$server/stat"; }
descriptors() { ls "/proc/$server/fd" | wc -l; }

# Sets P99 (us) and CPU (us a request).
measure() {
	local before
	before=$(ticks)
	wrk -t1 -c32 -d"${seconds}s" --latency "$url" >"$folder/wrk"
	CPU=$(awk -v ticks=$(($(ticks) - before)) '/requests in/ { printf "%.1f", ticks * 10000 / $1 }' "$folder/wrk")
	P99=$(awk '/ 99%/ { unit = $2; sub(/^[0-9.]+/, "", unit); print int($2 * (unit == "us" ? 1 : unit == "ms" ? 1000 : 1000000)) }' "$folder/wrk")
	grep -E 'Socket errors|Non-2xx' "$folder/wrk" >&2 || true
}

# In the mode that is given.
attack() {
	nice -n 19 slowhttptest "$@" -c "$connections" -l 120 -p 3 -u "$url" >"$folder/attack" 2>&1 &
	attack=$!
	# Ranges are answered at once, so there it is the coming and going that counts.
	for ((i = 0; i < 300; i++)); do
		if [ "$1" = -R ] || [ "$(descriptors)" -ge "$connections" ]; then break; fi
		sleep 0.1
	done
	sleep 1
	HELD=$(descriptors)
	measure
	HELD="$HELD to $(descriptors)"
	kill "$attack" 2>/dev/null || true
	wait "$attack" 2>/dev/null || true
	attack=''
	sleep 2
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

php -n -d extension="$PWD/modules/evloop.so" tests/stress/slow_server.php >"$folder/server" 2>&1 &
server=$!
until url=$(grep -o 'http://[^ ]*' "$folder/server"); do sleep 0.1; done
measure
failed=0

for mode in '-H -i 5 -x 24 -r 2500' '-B -i 5 -s 8192 -x 10 -r 2500' '-R -r 500' '-X -w 512 -y 1024 -n 5 -z 32 -k 3 -r 2500'; do
	measure
	alone=$P99 cpu=$CPU
	# shellcheck disable=SC2086
	attack $mode
	echo "slowhttptest ${mode%% *}: p99 $P99 us; alone $alone us: $(ratio "$P99" "$alone") times;" \
		"$CPU us of CPU a request, alone $cpu; $HELD descriptors"
	if [ "$P99" -gt $((alone * 2)) ]; then failed=1; fi
done

kill "$server"
wait "$server" || failed=1
server=''
tail -n 1 "$folder/server"
if [ "$failed" = 0 ]; then echo OK; else echo "FAIL: above twice its own, or no clean end"; fi
exit "$failed"
