# SPDX-License-Identifier: MIT
# What the verbs of ./dev share: what they print, long jobs, and which PHP they use. Sourced, never run.

TOP=$PWD
LOGS=$TOP/.cache/log
if [ -t 1 ] && [ -z "${CI:-}" ]; then ON_TERMINAL=1; else ON_TERMINAL=; fi
if [ -n "$ON_TERMINAL" ] && [ -z "${NO_COLOR:-}" ]; then
	BOLD=$'\e[1m' RED=$'\e[31m' PLAIN=$'\e[0m'
else
	BOLD='' RED='' PLAIN=''
fi

say() { printf '%s\n' "$*"; }
title() { printf '%s\n' "$BOLD== $*$PLAIN"; }

# The last word says what to do.
die() {
	printf '%s\n' "${RED}dev: $*$PLAIN" >&2
	exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }
# JOBS=N in the environment: as many at once.
cores() { if [ -n "${JOBS:-}" ]; then echo "$JOBS"; else nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2; fi; }

# in_background <text> <log> <progress command> <command ...>: runs it with its output in the log, returns its exit code.
# On a terminal one line shows the seconds and what the progress command prints.
in_background() {
	local text=$1 log=$2 progress=$3 status=0 pid
	shift 3
	[ -n "$ON_TERMINAL" ] || say "   $text"
	"$@" >"$log" 2>&1 </dev/null &
	pid=$!
	if [ -n "$ON_TERMINAL" ]; then
		local start=$SECONDS
		while kill -0 "$pid" 2>/dev/null; do
			printf '\r   %s, %s%d s ' "$text" "$($progress)" $((SECONDS - start))
			sleep 0.2
		done
		printf '\r\e[K'
	fi
	wait "$pid" || status=$?
	return "$status"
}

# job <text> <log name> <command ...>: a step that must succeed; shows the end of its log when it does not.
job() {
	local text=$1 log=$LOGS/$2.log
	shift 2
	if in_background "$text" "$log" : "$@"; then
		[ -z "$ON_TERMINAL" ] || say "   $text: done"
		return
	fi
	tail -n 40 "$log" >&2
	die "$text failed; the whole log is in $log"
}

# Sets PHP, PHPIZE, PHP_CONFIG (and PHP_GIVEN): of --php=PATH, else what phpize of this machine belongs to.
use_php() {
	PHP_GIVEN=${1:-}
	if [ -z "$PHP_GIVEN" ]; then
		PHPIZE=$(command -v phpize) || die "phpize was not found: run ./dev setup"
		PHP_CONFIG=$(command -v php-config) || die "php-config was not found: run ./dev setup"
		PHP=$("$PHP_CONFIG" --php-binary)
		[ -x "$PHP" ] || PHP=$(command -v php) || die "php was not found: run ./dev setup"
		return
	fi
	have "$PHP_GIVEN" || die "--php=$PHP_GIVEN is not a program: give the path of a php binary"
	PHP=$(command -v "$PHP_GIVEN")
	local folder suffix
	folder=$(cd "$(dirname "$PHP")" && pwd)
	suffix=$(basename "$PHP")
	suffix=${suffix#php}
	PHP=$folder/php$suffix
	PHPIZE=$folder/phpize$suffix
	PHP_CONFIG=$folder/php-config$suffix
	[ -x "$PHPIZE" ] && [ -x "$PHP_CONFIG" ] || die "$PHPIZE and $PHP_CONFIG must stand beside $PHP: install its development files"
}
