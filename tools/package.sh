# SPDX-License-Identifier: MIT
# `./dev package`, `static-libuv`, `compilers`, `api`: the ways in which others build evloop. Sourced by ./dev.

# Prints what takes the network away from a command, where the system lets us.
without_network() {
	if unshare -n true 2>/dev/null; then
		echo 'unshare -n'
	elif unshare -rn true 2>/dev/null; then
		echo 'unshare -rn'
	fi
}

# PEAR asks these where to build with and where to install to: into the folder and not into the system.
make_php_config() {
	mkdir -p "$1/bin"
	ln -sf "$PHPIZE" "$1/bin/phpize"
	cat >"$1/bin/php-config" <<WRAPPER
#!/bin/sh
case \$1 in
	--prefix) echo "$1" ;;
	--extension-dir) echo "$1/ext" ;;
	*) exec "$PHP_CONFIG" "\$@" ;;
esac
WRAPPER
	chmod +x "$1/bin/php-config"
}

# pecl_install <tarball> <folder>: with a configuration of its own, and not optimised, as what is looked at is the package. Nothing is asked, since stdin is closed.
pecl_install() {
	local tarball=$1 folder=$2
	export XDEBUG_MODE=off
	make_php_config "$folder"
	pear config-create "$folder" "$folder/pearrc"
	pear -c "$folder/pearrc" config-set php_bin "$PHP"
	pear -c "$folder/pearrc" config-set php_prefix "$folder/bin/"
	# shellcheck disable=SC2046
	CFLAGS="-O0 -g0" MAKEFLAGS="-j$(cores)" $(without_network) pecl -c "$folder/pearrc" install "$tarball"
}

# What is installed from the tarball is the version of the tree, runs, and has the files that it should.
judge_package() {
	local so=$1 tarball=$2 version
	version=$("$PHP" -n -d extension="$so" -r 'echo Evloop\await(Evloop\async(fn () => phpversion("evloop")));')
	[ "$version" = "$(sed -n 's/^#define PHP_EVLOOP_VERSION "\(.*\)"/\1/p' php_evloop.h)" ] || die "the package installs version \"$version\""
	# Every file that package.xml lists is in it: pecl package would have failed. What must not be in it:
	! tar tzf "$tarball" | grep -E '/(\.cache|\.git|bench|tools|modules)/|\.(o|lo|so)$' || die "the package has files that are not to be in it"
}

# The tarball as pecl makes it from package.xml, and the extension as pecl builds it from the tarball, without the network.
dev_package() {
	setup test
	use_php
	title "package"
	local folder=$TOP/.cache/package tarball so
	rm -rf "$folder"
	mkdir -p "$folder"
	job "pecl package-validate" package-validate pecl package-validate package.xml
	grep -q '^Validation: 0 error' "$LOGS/package-validate.log" || die "package.xml is not valid: see $LOGS/package-validate.log"
	pushd "$folder" >/dev/null
	job "pecl package" package pecl package "$TOP/package.xml"
	popd >/dev/null
	tarball=$(ls "$folder"/evloop-*.tgz)
	job "pecl install$([ -z "$(without_network)" ] || echo ', without a network')" package-install pecl_install "$tarball" "$folder"
	so=$folder/ext/evloop.so
	[ -f "$so" ] || die "pecl installed no evloop.so: see $LOGS/package-install.log"
	judge_package "$so" "$tarball"
	say "Packed, and installed into ${folder#"$TOP"/}: ${tarball#"$TOP"/}"
}

# Position-independent, as Debian 12's own archive is not. In the folder with the sources.
make_static_libuv() {
	(cd source && sh autogen.sh)
	mkdir -p build
	cd build
	../source/configure --prefix="$1" --enable-static --disable-shared --with-pic
	make -j"$(cores)"
	make install
	# Where there is a libuv-static.pc it is the one that config.m4 asks for.
	[ -f "$1/lib/pkgconfig/libuv-static.pc" ] || cp "$1/lib/pkgconfig/libuv.pc" "$1/lib/pkgconfig/libuv-static.pc"
}

# With the system's static libuv: either it works, or configure says what is wrong.
refuses_or_takes_system_libuv() {
	configure_here --with-evloop-libuv=static && return
	grep -q 'it was not compiled as position-independent code' config.log
}

# The extension with libuv inside, which comes from Debian's source package; that it exports nothing of it, and that it runs.
dev_static-libuv() {
	local started=$SECONDS
	setup build
	use_php
	have apt-get && have dpkg-source || die "no source package here: configure with PKG_CONFIG_PATH set to a libuv of your own"
	title "static libuv"
	local prefix=$TOP/.cache/libuv-static folder=$TOP/.cache/build/static-libuv so
	if [ ! -f "$prefix/lib/libuv.a" ]; then
		mkdir -p .cache/libuv-source
		pushd .cache/libuv-source >/dev/null
		[ -d source ] || job "fetch the source package" libuv-source fetch_source libuv1
		job "configure, make, make install" libuv-static make_static_libuv "$prefix"
		popd >/dev/null
	fi
	rm -rf "$folder"
	mkdir -p "$folder"
	link_sources "$folder"
	pushd "$folder" >/dev/null
	job "configure with the system's static libuv: taken, or refused with the reason" configure-system-libuv refuses_or_takes_system_libuv
	sed -n 's/^configure:[0-9]*: error: /   /p' config.log | head -n 1
	export PKG_CONFIG_PATH=$prefix/lib/pkgconfig
	job "configure with ours" configure-static-libuv configure_here --with-evloop-libuv=static
	job "compile" make-static-libuv make -s -j"$(cores)" EXTRA_CFLAGS=-Werror
	so=$PWD/modules/evloop.so
	popd >/dev/null
	! ldd "$so" | grep libuv || die "$so still needs the shared libuv"
	[ "$(nm -D --defined-only "$so" | awk '{ print $3 }')" = get_module ] || die "$so exports more than get_module"
	select_phpt tests/loop/ tests/coroutine/a >.cache/phpt.all
	lane_phpt "static libuv" .cache/phpt.all "$so"
	sum_up "$started"
}

# Release and debug build with each compiler that is here; a warning is an error.
dev_compilers() {
	setup build
	use_php
	title "compilers"
	local compiler options folder
	for compiler in gcc clang; do
		have "$compiler" || { say "   $compiler: not installed, left out"; continue; }
		for options in --disable-evloop-debug --enable-evloop-debug; do
			folder=$TOP/.cache/build/$compiler$options
			mkdir -p "$folder"
			link_sources "$folder"
			pushd "$folder" >/dev/null
			CC=$compiler job "configure ($compiler $options)" "configure-$compiler" configure_here "$options"
			job "compile ($compiler $options)" "make-$compiler" make -s -j"$(cores)" EXTRA_CFLAGS=-Werror
			popd >/dev/null
		done
		say "   $compiler: no warning"
	done
}

dev_api() {
	setup build
	use_php
	build release
	"$PHP" -n -d extension="$SO" tools/api.php >tests/packaging/api.txt
	say "tests/packaging/api.txt: written"
}
