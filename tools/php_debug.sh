# SPDX-License-Identifier: MIT
# `./dev php-debug`: PHP with assertions and thread safety, or with sanitizers, built from Debian's source package into .cache/.
# Sourced by ./dev.

# What the tests use. A library without headers here costs its extension, not the build.
PHP_DEBUG_OPTIONS='--disable-all --enable-cli --disable-cgi --disable-phpdbg --enable-debug --enable-zts --enable-opcache
	--enable-pcntl --enable-posix --enable-sockets --enable-tokenizer --enable-ctype --enable-filter'

# In the folder that is to hold the sources. The system's apt is left alone: the lists and deb-src lines are our own.
# Security comes last: it lists files that only the main archive still has.
fetch_source() {
	local package=$1 key signed='' version line
	mkdir -p apt/lists/partial apt/cache/archives/partial
	for key in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/ubuntu-archive-keyring.gpg; do
		[ ! -f "$key" ] || signed=$key
	done
	apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' |
		LC_ALL=C sort -ur | while read -r origin target; do
			[[ $origin != Debian && $origin != Ubuntu ]] || echo "deb-src ${signed:+[signed-by=$signed] }$target"
		done >apt/sources.list
	[ -s apt/sources.list ] || return 1
	line=(-o "Dir::State::lists=$PWD/apt/lists" -o "Dir::Cache=$PWD/apt/cache" -o "Dir::Etc::sourcelist=$PWD/apt/sources.list"
		-o Dir::Etc::sourceparts=/dev/null -o APT::Sandbox::User=root)
	apt-get "${line[@]}" update
	# The newest first; the archive may list a version whose files it no longer has.
	for version in $(apt-cache "${line[@]}" showsrc --only-source "$package" | sed -n 's/^Version: //p' | sort -urV); do
		rm -f ./*.dsc
		apt-get "${line[@]}" source --download-only --only-source "$package=$version" && break
	done
	# Without Debian's patches the generated files of the release stay valid, so that neither bison nor re2c are needed.
	rm -rf source
	dpkg-source --skip-patches -x ./*.dsc source
}

# Debian's phpize looks for these beside the PHP that it belongs to.
link_autotools() {
	local folder
	mkdir -p "$1/share"
	for folder in aclocal libtool; do
		[ ! -d "/usr/share/$folder" ] || ln -sfn "/usr/share/$folder" "$1/share/$folder"
	done
}

# make_php <sources> <prefix> <options of configure ...>, in the build folder.
make_php() {
	local source=$1 prefix=$2
	shift 2
	"$source/configure" --prefix="$prefix" "$@"
	make -j"$(cores)"
	make install
}

dev_php-debug() {
	local asan='' source='' argument prefix options
	for argument in "$@"; do
		case $argument in
			--asan) asan=-asan ;;
			--source=*) source=$(cd "${argument#--source=}" && pwd) ;;
			*) die "php-debug does not know \"$argument\": ./dev php-debug [--asan] [--source=FOLDER]" ;;
		esac
	done
	setup build
	use_php
	title "php-debug"
	prefix=$TOP/.cache/php-debug$asan
	if [ -z "$source" ]; then
		source=$TOP/.cache/php-source/source
		if [ ! -x "$source/configure" ]; then
			have apt-get && have dpkg-source || die "no source package here: give PHP's sources with --source=FOLDER"
			mkdir -p .cache/php-source
			pushd .cache/php-source >/dev/null
			job "fetch the source package" php-source fetch_source "php$("$PHP" -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')"
			popd >/dev/null
		fi
	fi
	# shellcheck disable=SC2206
	options=($PHP_DEBUG_OPTIONS)
	! pkg-config --exists openssl || options+=(--with-openssl)
	! pkg-config --exists zlib || options+=(--with-zlib)
	! pkg-config --exists libxml-2.0 || options+=(--with-libxml --enable-xml --enable-dom --enable-xmlreader --enable-xmlwriter)
	[ -z "$asan" ] || options+=(--enable-address-sanitizer --enable-undefined-sanitizer CFLAGS=-g\ -O1\ -fno-omit-frame-pointer)
	[ -f "$source/ext/mbstring/config.m4" ] && options+=(--enable-mbstring --disable-mbregex)
	# Leaks of PHP's own tools while it builds are no error.
	export ASAN_OPTIONS=detect_leaks=0
	mkdir -p "$prefix/build"
	pushd "$prefix/build" >/dev/null
	job "configure, make, make install: minutes" "php-debug$asan" make_php "$source" "$prefix" "${options[@]}"
	popd >/dev/null
	rm -rf "$prefix/build"
	link_autotools "$prefix"
	"$prefix/bin/php" -v
	say "Use it: ./dev test --php=${prefix#"$TOP"/}/bin/php"
}
