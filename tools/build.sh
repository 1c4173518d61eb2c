# SPDX-License-Identifier: MIT
# `./dev build`, `install`, `unit`, `layers`, `arginfo`, `format`, `bench`, `clean`. Sourced by ./dev.

# The extension as a plain `make` would build it lies in the tree itself; every other variant, and every build for another
# PHP, has a folder of links to the sources in .cache/build/.
build_folder() {
	if [ "$1" = release ] && [ -z "$PHP_GIVEN" ]; then
		echo .
	else
		echo ".cache/build/$("$PHP_CONFIG" --version)-$(basename "$("$PHP_CONFIG" --extension-dir)")-$1"
	fi
}

link_sources() {
	local file
	find -L "$1" -type l -exec rm -f {} + # with -L, what is still a link leads nowhere
	find config.m4 evloop.c php_evloop.h src stubs \( -name '*.[ch]' -o -name config.m4 \) | while IFS= read -r file; do
		[ -L "$1/$file" ] && continue
		mkdir -p "$1/$(dirname "$file")"
		ln -s "$TOP/$file" "$1/$file"
	done
}

# What decides whether configure has to run again.
configure_key() {
	cksum <config.m4
	"$PHP_CONFIG" --version
	"$PHP_CONFIG" --extension-dir
	"$PHP_CONFIG" --configure-options
	printf '%s\n' "$PHP" "$*" "${CC:-}" "${CFLAGS:-}"
}

# The flags of the compiler, which make does not follow.
compile_flags() { grep -hE '^(CC|CPPFLAGS|CFLAGS|CFLAGS_CLEAN|INCLUDES) =|-c .*evloop\.c' Makefile Makefile.objects 2>/dev/null; }

configure_here() {
	"$PHPIZE"
	./configure --with-php-config="$PHP_CONFIG" "$@"
}

remove_objects() {
	rm -f ./*.lo ./*.dep ./*.la
	rm -rf .libs
	find -L src \( -name '*.lo' -o -name '*.o' -o -name '*.dep' \) -exec rm -f {} +
}

# The planted faults take the place of the module's own file, and include it.
plant_canary() {
	ln -sf "$TOP/tests/canary/canary.c" "$1/evloop.c"
	ln -sf "$TOP/evloop.c" "$1/evloop_module.inc"
}

# build release|debug|asan|canary|canary-asan: leaves the path of the extension in SO.
build() {
	local variant=$1 folder key before options=()
	case $variant in
		release) ;;
		asan | canary-asan) options=(--enable-evloop-debug --enable-evloop-asan) ;;
		*) options=(--enable-evloop-debug) ;;
	esac
	folder=$(build_folder "$variant")
	if [ "$folder" != . ]; then
		mkdir -p "$folder"
		link_sources "$folder"
		[[ $variant != canary* ]] || plant_canary "$folder"
	fi
	PHP=$PHP PHP_CONFIG=$PHP_CONFIG tools/arginfo.sh --quiet || die "the headers of the stubs cannot be made, see above"
	key=$(configure_key ${options[@]+"${options[@]}"})
	pushd "$folder" >/dev/null
	if [ ! -f Makefile ] || [ "$(cat build/evloop.key 2>/dev/null)" != "$key" ]; then
		before=$(compile_flags || true)
		job "configure ($variant)" "configure-$variant" configure_here ${options[@]+"${options[@]}"}
		[ "$before" = "$(compile_flags)" ] || remove_objects
		rm -f evloop.la # links anew, since an object may be gone
		printf '%s\n' "$key" >build/evloop.key
	fi
	job "compile ($variant)" "make-$variant" make -s -j"$(cores)" EXTRA_CFLAGS="${WARNINGS:-}"
	SO=$PWD/modules/evloop.so
	popd >/dev/null
}

dev_build() {
	local variant=release php=
	for argument in "$@"; do
		case $argument in
			--debug) variant=debug ;;
			--php=*) php=${argument#--php=} ;;
			*) die "build does not know \"$argument\": ./dev build [--debug] [--php=PATH]" ;;
		esac
	done
	setup build
	use_php "$php"
	title "build"
	WARNINGS=-Werror build "$variant"
	say "Built $SO for PHP $("$PHP_CONFIG" --version)"
}

dev_install() {
	setup build
	use_php
	title "install"
	build release
	job "make install" install as_root make -s install
	if have phpenmod && [ "$(id -u)" = 0 ]; then
		local version
		version=$("$PHP" -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
		printf '; configuration for php evloop module\n; priority=30\nextension=evloop.so\n' >"/etc/php/$version/mods-available/evloop.ini"
		phpenmod -v "$version" evloop
		say "Installed, and loaded by default: php --ri evloop"
	else
		say "Installed. Add this line to $("$PHP" -r 'echo php_ini_loaded_file() ?: "php.ini";'): extension=evloop"
	fi
}

# build_units <variables of the Makefile ...>
build_units() {
	in_background "compile the unit tests" "$LOGS/unit.log" : make -j"$(cores)" -f tests/unit/Makefile "$@" || {
		grep -E 'error|warning|undefined|\*\*\*' "$LOGS/unit.log" | head -n 40 >&2
		return 1
	}
}

dev_unit() {
	setup build
	build_units || die "the unit tests do not compile; the whole log is in $LOGS/unit.log"
	.cache/unit/unit "$@"
}

dev_layers() {
	use_php
	"$PHP" -n tools/layers.php "$@"
}

dev_arginfo() {
	setup test
	use_php
	PHP=$PHP PHP_CONFIG=$PHP_CONFIG tools/arginfo.sh "$@"
	[ "${1:-}" != --check ] || return 0
	! have git || "$PHP" -n tools/make-package-xml.php
	if [ -n "$(find stubs -name '*_arginfo.h' -newer tests/packaging/api.txt)" ]; then
		(dev_api) || say "tests/packaging/api.txt is not written: ./dev api does that once the extension compiles"
	fi
}

# Sets CLANG_FORMAT. Another version formats differently, so it would fight with this one.
find_clang_format() {
	for CLANG_FORMAT in clang-format-14 clang-format; do
		if have "$CLANG_FORMAT" && "$CLANG_FORMAT" --version | grep -q ' version 14\.'; then
			return
		fi
	done
	die "clang-format 14 was not found (Debian 12: apt-get install clang-format-14)"
}

dev_format() {
	local check='' files=()
	for argument in "$@"; do
		case $argument in
			--check) check=1 ;;
			*) files+=("$argument") ;;
		esac
	done
	find_clang_format
	if [ ${#files[@]} -eq 0 ]; then
		while IFS= read -r file; do files+=("$file"); done < <(find ./*.[ch] src tests bench -name '*.[ch]' | sort)
	fi
	if [ -z "$check" ]; then
		"$CLANG_FORMAT" -i "${files[@]}"
	else
		"$CLANG_FORMAT" --dry-run --Werror --ferror-limit=1 "${files[@]}" || die "run ./dev format"
	fi
}

dev_bench() {
	setup bench
	use_php
	title "bench"
	build release
	if [ "${1:-}" = growth ]; then
		shift
		"$PHP" -n bench/growth "$@"
	else
		bench/run "$@"
	fi
}

dev_clean() {
	rm -rf .cache build modules include autom4te.cache
	remove_objects
	rm -f Makefile Makefile.fragments Makefile.objects acinclude.m4 aclocal.m4 config.guess config.h config.h.in config.h.in~ \
		config.log config.nice config.status config.sub configure configure.ac configure~ install-sh libtool ltmain.sh missing \
		mkinstalldirs run-tests.php
	find src -name .libs -type d -prune -exec rm -rf {} +
	find tests -name '*.phpt' | while IFS= read -r file; do
		for leftover in diff exp log out php sh mem; do rm -f "${file%.phpt}.$leftover"; done
	done
	say "Clean."
}
