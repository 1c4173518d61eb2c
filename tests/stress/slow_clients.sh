#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# `tests/stress/slow_clients.sh [CONNECTIONS [SECONDS]]`: slowhttptest (of Debian's package of that name) in its four modes
# with 5,000 connections against examples/http-server.php, while wrk asks it for the page. Prints wrk's p99 alone and
# beside each mode; ends with 1 when one is above twice its own. Only a quiet machine gives figures that mean anything.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

connections=${1:-5000}
seconds=${2:-8}
ulimit -n $((connections + 1000))
folder=$(mktemp -d)
server=
attack=

finish() {
	[ -z "$attack" ] || kill "$attack" 2>/dev/null || true
	[ -z "$server" ] || kill "$server" 2>/dev/null || true
	rm -rf "$folder"
}
trap finish EXIT

php -n -d extension="$PWD/modules/evloop.so" examples/http-server.php 127.0.0.1:0 >"$folder/server" 2>&1 &
server=$!
until url=$(grep -o 'http://[^ ]*' "$folder/server"); do sleep 0.1; done

# p99 in microseconds.
p99() {
	wrk -t1 -c32 -d"${seconds}s" --latency "$url" | awk '
		/ 99%/ { unit = $2; sub(/^[0-9.]+/, "", unit)
			print int($2 * (unit == "us" ? 1 : unit == "ms" ? 1000 : 1000000)) }
		/Socket errors|Non-2xx/ { print "wrk: " $0 > "/dev/stderr" }'
}

open_connections() {
	ls "/proc/$server/fd" | wc -l
}

own=$(p99)
echo "alone: p99 $own us"
failed=0

for mode in "-H -i 5 -x 24 -u $url" "-B -i 5 -s 8192 -x 10 -u ${url}echo" "-R -u $url" "-X -w 512 -y 1024 -n 5 -z 32 -k 3 -u $url"; do
	# shellcheck disable=SC2086
	slowhttptest $mode -c "$connections" -r 2500 -l $((seconds + 12)) -p 3 >"$folder/attack" 2>&1 &
	attack=$!
	sleep 6
	most=$(open_connections)
	beside=$(p99)
	echo "slowhttptest $mode: p99 $beside us with $most descriptors open"
	[ "$beside" -le $((own * 2)) ] || failed=1
	kill "$attack" 2>/dev/null || true
	wait "$attack" 2>/dev/null || true
	attack=
	sleep 2
done

kill "$server"
wait "$server" || failed=1
server=
tail -n 1 "$folder/server"
[ "$failed" = 0 ] && echo OK || echo "FAIL: above twice its own, or no clean end"
exit "$failed"
