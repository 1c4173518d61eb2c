#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes stubs/**/*_arginfo.h from the stubs beside them, without the network.
#
#   tools/arginfo.sh           write the headers whose stub changed
#   tools/arginfo.sh --quiet   the same, silent when there is nothing to do
#   tools/arginfo.sh --check   change nothing; fail when a header does not match its stub
#
# Headers are made by the gen_stub.php of PHP 8.2 only: they compile on every later PHP, and it runs with the PHP-Parser 4
# that Debian packages as php-parser. Without the parser, --check still compares the hash that each header carries.
set -eu
cd "$(dirname "$0")/.."

PHP_CONFIG=${PHP_CONFIG:-php-config}
PHP=${PHP:-$("$PHP_CONFIG" --php-binary)}
PARSER=${PHP_PARSER:-/usr/share/php/PhpParser}
WORK=.cache/arginfo.$$
trap 'rm -rf "$WORK"' EXIT

stub_hash() {
	tr -d '\r' < "$1" | sha1sum | cut -d' ' -f1
}

header_of() {
	printf '%s_arginfo.h\n' "${1%.stub.php}"
}

is_fresh() {
	[ -f "$(header_of "$1")" ] && grep -q "Stub hash: $(stub_hash "$1") " "$(header_of "$1")"
}

# Debian keeps PHP's build files beside its extensions, others under the prefix.
find_generator() {
	for GENERATOR in "$("$PHP_CONFIG" --extension-dir)/build/gen_stub.php" "$("$PHP_CONFIG" --prefix)/lib/php/build/gen_stub.php"; do
		[ ! -f "$GENERATOR" ] || return 0
	done
	return 1
}

can_generate() {
	find_generator && [ -d "$PARSER" ] && "$PHP" -n -r 'exit(PHP_MAJOR_VERSION * 100 + PHP_MINOR_VERSION === 802 ? 0 : 1);'
}

# The generator looks for its parser in a folder beside itself, named for the version it would download.
prepare() {
	rm -rf "$WORK"
	mkdir -p "$WORK/build/PHP-Parser-4.15.1/lib"
	cp "$GENERATOR" "$WORK/build/"
	ln -s "$PARSER" "$WORK/build/PHP-Parser-4.15.1/lib/PhpParser"
}

# generate <stub> <header>: works on a copy, so that a failure leaves the tree as it was.
generate() {
	mkdir -p "$WORK/$(dirname "$1")"
	cp "$1" "$WORK/$1"
	"$PHP" -n -d extension=tokenizer "$WORK/build/gen_stub.php" -f "$WORK/$1" > "$WORK/log" 2>&1 || {
		cat "$WORK/log" >&2
		echo "arginfo: $1 could not be read, see above" >&2
		exit 1
	}
	cp "$WORK/$(header_of "$1")" "$2"
}

stubs=$(find stubs -name '*.stub.php' | LC_ALL=C sort)

if [ "${1:-}" = --check ]; then
	bad=0
	for stub in $stubs; do
		is_fresh "$stub" || { echo "arginfo: $(header_of "$stub") does not match its stub: run ./dev arginfo" >&2; bad=1; }
	done
	if [ $bad = 0 ] && can_generate; then
		prepare
		for stub in $stubs; do
			generate "$stub" "$WORK/made.h"
			cmp -s "$WORK/made.h" "$(header_of "$stub")" ||
				{ echo "arginfo: $(header_of "$stub") is not what its stub makes: run ./dev arginfo" >&2; bad=1; }
		done
	fi
	exit $bad
fi

made=0
for stub in $stubs; do
	is_fresh "$stub" && continue
	if [ $made = 0 ]; then
		can_generate || {
			echo "arginfo: needs PHP 8.2 with its development files and PHP-Parser 4 (Debian: apt-get install php-dev php-parser)" >&2
			exit 1
		}
		prepare
	fi
	generate "$stub" "$(header_of "$stub")"
	echo "arginfo: $(header_of "$stub")"
	made=$((made + 1))
done
[ $made -gt 0 ] || [ "${1:-}" = --quiet ] || echo "arginfo: all headers match their stubs"
