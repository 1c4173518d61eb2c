# SPDX-License-Identifier: MIT
# `./dev setup`: installs what is missing, and nothing else. Sourced by ./dev.

# One need a line: the command that tells whether it is met | package on Debian | Fedora | Alpine | Homebrew
NEEDS_BUILD='
have php                       | php-cli     | php-cli       | php        | php
have phpize                    | php-dev     | php-devel     | php-dev    | php
have make                      | make        | make          | make       | make
have cc                        | gcc         | gcc           | build-base | gcc
have pkg-config                | pkg-config  | pkgconf       | pkgconf    | pkgconf
pkg-config --exists libuv      | libuv1-dev  | libuv-devel   | libuv-dev  | libuv
pkg-config --exists openssl    | libssl-dev  | openssl-devel | openssl-dev | openssl@3
'
NEEDS_TEST='
have curl                      | curl        | curl          | curl       | curl
have nc                        | netcat-openbsd | nmap-ncat | netcat-openbsd | netcat
have socat                     | socat       | socat         | socat      | socat
have nm                        | binutils    | binutils      | binutils   | binutils
have_library PhpParser         | php-parser  |               |            |
have_library React/Promise     | php-react-promise |         |            |
have_library GuzzleHttp/Promise | php-guzzlehttp-promises | |            |
have pecl                      | php-pear    | php-pear      |            |
have composer                  | composer    | composer      | composer   | composer
'
NEEDS_BENCH='
have wrk                       | wrk         | wrk           | wrk        | wrk
'

# Debian's package is of the version that PHP 8.2's generator of arginfo wants; elsewhere the hashes are compared.
# The libraries of promises are for tests, which are skipped where they are not.
have_library() { [ -d "/usr/share/php/$1" ] || ! have apt-get; }

# missing <column> <needs>: the packages of the needs that are not met.
missing() {
	local check packages
	while IFS= read -r line; do
		check=${line%%|*}
		[ -n "${line// /}" ] || continue
		$check >/dev/null 2>&1 && continue
		packages=$(cut -d'|' -f"$1" <<<"$line")
		printf '%s ' "${packages// /}"
	done <<<"$2"
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

apt_install() {
	export DEBIAN_FRONTEND=noninteractive
	as_root apt-get update
	as_root apt-get install -y --no-install-recommends "$@"
}

# setup build|test|bench: meets the needs or ends with the command that does.
setup() {
	local needs=$NEEDS_BUILD packages
	case $1 in
		test) needs+=$NEEDS_TEST ;;
		bench) needs+=$NEEDS_BENCH ;;
	esac
	if have apt-get; then
		packages=$(missing 2 "$needs")
		[ -n "${packages// /}" ] || return 0
		if [ "$(id -u)" != 0 ] && ! have sudo; then
			die "these packages are missing; as root, run: apt-get install --no-install-recommends $packages"
		fi
		title "setup"
		say "   missing here: $packages"
		# Asks for the password here, where the line of progress does not write over it.
		[ "$(id -u)" = 0 ] || sudo -v || die "as root, run: apt-get install --no-install-recommends $packages"
		# shellcheck disable=SC2086
		job "apt-get install" setup apt_install $packages
		hash -r
		[ -z "$(missing 2 "$needs")" ] || die "still missing after the installation: $(missing 2 "$needs")- see $LOGS/setup.log"
		return
	fi
	setup_by_hand "$needs"
}

setup_by_hand() {
	local manager column packages
	for manager in "dnf install:3" "apk add:4" "brew install:5"; do
		have "${manager%% *}" || continue
		column=${manager##*:}
		packages=$(missing "$column" "$1")
		[ -z "${packages// /}" ] || die "these packages are missing; run: ${manager%:*} $packages"
		return 0
	done
	packages=$(missing 2 "$1")
	[ -z "${packages// /}" ] || die "install what Debian calls: $packages"
}

dev_setup() {
	setup test
	use_php
	say "Everything is there: PHP $("$PHP_CONFIG" --version), libuv $(pkg-config --modversion libuv), OpenSSL $(pkg-config --modversion openssl)"
}
