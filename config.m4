dnl The build of evloop with phpize, PIE and PECL (which builds out of tree).

PHP_ARG_ENABLE([evloop],
  [whether to enable evloop],
  [AS_HELP_STRING([--enable-evloop], [Enable evloop])])

dnl The fifth argument keeps phpize from turning an option that was not given into "yes".
PHP_ARG_ENABLE([evloop-debug],
  [whether to build evloop with assertions],
  [AS_HELP_STRING([--enable-evloop-debug], [evloop: unoptimised, with assertions and counters])],
  [no], [no])

PHP_ARG_ENABLE([evloop-coverage],
  [whether to instrument evloop for gcov],
  [AS_HELP_STRING([--enable-evloop-coverage], [evloop: gcov instrumentation])],
  [no], [no])

PHP_ARG_ENABLE([evloop-asan],
  [whether to build evloop with sanitizers],
  [AS_HELP_STRING([--enable-evloop-asan], [evloop: address and undefined-behaviour sanitizers])],
  [no], [no])

PHP_ARG_WITH([evloop-libuv],
  [how evloop links libuv],
  [AS_HELP_STRING([--with-evloop-libuv=KIND], [evloop: libuv as shared (default) or static library])],
  [shared], [no])

PHP_ARG_WITH([evloop-openssl],
  [whether evloop uses OpenSSL],
  [AS_HELP_STRING([--without-evloop-openssl], [evloop: build without OpenSSL])],
  [yes], [no])

if test "$PHP_EVLOOP" != "no"; then
  AC_MSG_CHECKING([whether this PHP is new enough for evloop])
  if test "`$PHP_CONFIG --vernum`" -lt 80204; then
    AC_MSG_ERROR([evloop needs PHP 8.2.4 or newer, this is PHP `$PHP_CONFIG --version`])
  fi
  AC_MSG_RESULT([yes])

  dnl Sources, one a line, by layer; config.w32 lists the same.
  EVLOOP_SOURCES="
    src/core/addr.c
    src/core/block.c
    src/core/buf.c
    src/core/count.c
    src/core/disk.c
    src/core/file.c
    src/core/folder.c
    src/core/heap.c
    src/core/histogram.c
    src/core/http1_body.c
    src/core/http1_condition.c
    src/core/http1_field.c
    src/core/http1_head.c
    src/core/http1_judge.c
    src/core/http1_text.c
    src/core/key.c
    src/core/mem.c
    src/core/progress.c
    src/core/reaper.c
    src/core/replacement.c
    src/core/punycode.c
    src/core/slab.c
    src/core/spawn.c
    src/core/system.c
    src/core/text.c
    src/core/unix_file.c
    src/core/wheel.c

    src/reactor/accept.c
    src/reactor/capture.c
    src/reactor/change_queue.c
    src/reactor/dns.c
    src/reactor/fs.c
    src/reactor/fs_scan.c
    src/reactor/fs_watch.c
    src/reactor/handle.c
    src/reactor/landing.c
    src/reactor/loop.c
    src/reactor/poll.c
    src/reactor/poll_set.c
    src/reactor/process.c
    src/reactor/req.c
    src/reactor/reserve.c
    src/reactor/resolver.c
    src/reactor/sendfile.c
    src/reactor/signal.c
    src/reactor/stream.c
    src/reactor/stream_disk.c
    src/reactor/stream_foreign.c
    src/reactor/stream_pass.c
    src/reactor/stream_write.c
    src/reactor/terminal.c
    src/reactor/tick.c
    src/reactor/timeout.c
    src/reactor/timer.c
    src/reactor/tls_choice.c
    src/reactor/tls_context.c
    src/reactor/tls_session.c
    src/reactor/tls_verify.c
    src/reactor/tls.c
    src/reactor/tls_bio.c
    src/reactor/tls_out.c
    src/reactor/udp.c
    src/reactor/udp_option.c
    src/reactor/unix_socket.c
    src/reactor/version.c
    src/reactor/watchdog.c
    src/reactor/watched.c
    src/reactor/wakeup.c
    src/reactor/work.c

    src/base/audit.c
    src/base/callback.c
    src/base/error.c
    src/base/globals.c
    src/base/iterate.c
    src/base/iterator.c
    src/base/landing.c
    src/base/object.c
    src/base/options.c
    src/base/release.c
    src/base/runtime.c

    src/promise/cancel.c
    src/promise/combine.c
    src/promise/deferred.c
    src/promise/promise.c
    src/promise/rejection.c
    src/promise/retry.c
    src/promise/then.c
    src/promise/timeout.c

    src/coroutine/arm.c
    src/coroutine/autoload.c
    src/coroutine/await.c
    src/coroutine/barrier.c
    src/coroutine/channel.c
    src/coroutine/context.c
    src/coroutine/coroutine.c
    src/coroutine/dump.c
    src/coroutine/error_handler.c
    src/coroutine/event.c
    src/coroutine/fiber.c
    src/coroutine/fiber_stack.c
    src/coroutine/frame.c
    src/coroutine/functions.c
    src/coroutine/gather.c
    src/coroutine/generator.c
    src/coroutine/interrupt.c
    src/coroutine/lock.c
    src/coroutine/mutex.c
    src/coroutine/permit.c
    src/coroutine/pool.c
    src/coroutine/pool_class.c
    src/coroutine/rate_limiter.c
    src/coroutine/resource_pool.c
    src/coroutine/scheduler.c
    src/coroutine/scope.c
    src/coroutine/scope_cancel.c
    src/coroutine/scope_expiry.c
    src/coroutine/select.c
    src/coroutine/semaphore.c
    src/coroutine/state.c
    src/coroutine/structured.c
    src/coroutine/token.c
    src/coroutine/value_ring.c
    src/coroutine/trace.c
    src/coroutine/wait_queue.c
    src/coroutine/watchdog.c

    src/loop/foreign.c
    src/loop/fork.c
    src/loop/inspect.c
    src/loop/isolate.c
    src/loop/loop.c
    src/loop/watcher.c
    src/loop/watcher_io.c
    src/loop/watcher_kinds.c

    src/event/listeners.c

    src/io/file.c
    src/io/file_list.c
    src/io/file_lock.c
    src/io/file_path.c
    src/io/file_position.c
    src/io/file_stat.c
    src/io/file_watch.c
    src/io/file_whole.c
    src/io/flow.c
    src/io/fs_call.c
    src/io/job.c
    src/io/life.c
    src/io/options.c
    src/io/progress.c
    src/io/progress_class.c
    src/io/process.c
    src/io/process_options.c
    src/io/process_run.c
    src/io/process_start.c
    src/io/process_user.c
    src/io/resource.c
    src/io/sink.c
    src/io/stream.c
    src/io/stream_flow.c
    src/io/stream_read.c
    src/io/stream_write.c
    src/io/terminal.c
    src/io/wait.c

    src/net/connect.c
    src/net/datagram.c
    src/net/datagram_events.c
    src/net/datagram_options.c
    src/net/datagram_socket.c
    src/net/dns.c
    src/net/options.c
    src/net/resolve.c
    src/net/server_socket.c
    src/net/server_events.c
    src/net/socket.c
    src/net/socket_options.c
    src/net/socket_pass.c
    src/net/socket_tls.c
    src/net/tls.c
    src/net/tls_lobby.c
    src/net/tls_ciphers.c
    src/net/tls_context.c
    src/net/tls_files.c
    src/net/tls_info.c
    src/net/tls_options.c

    src/http/answer.c
    src/http/body_out.c
    src/http/connection.c
    src/http/cookie.c
    src/http/deadline.c
    src/http/file.c
    src/http/form.c
    src/http/handling.c
    src/http/incoming.c
    src/http/json.c
    src/http/listener.c
    src/http/options.c
    src/http/request.c
    src/http/request_body.c
    src/http/response.c
    src/http/response_headers.c
    src/http/server.c

    evloop.c
  "

  dnl -MP: else make stops when a header that an object was built with is gone.
  dnl gnu11 and not c11: with strict c11 <uv.h> does not compile before php.h.
  dnl The defines are flags and not config.h's, since core/ and reactor/ include no PHP header.
  EVLOOP_CFLAGS="-MP -std=gnu11 -fvisibility=hidden -Wall -Wextra -Wshadow -Wmissing-prototypes -Wno-unused-parameter"
  EVLOOP_CFLAGS="$EVLOOP_CFLAGS -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1"

  case $PHP_EVLOOP_LIBUV in
    shared|yes[)] EVLOOP_UV_MODULE=libuv ;;
    static[)]     EVLOOP_UV_MODULE=libuv-static ;;
    *[)]          AC_MSG_ERROR([--with-evloop-libuv is shared or static, not "$PHP_EVLOOP_LIBUV"]) ;;
  esac
  PKG_CHECK_MODULES([EVLOOP_UV], [$EVLOOP_UV_MODULE >= 1.44.2], [],
    [AC_MSG_ERROR([evloop needs libuv 1.44.2 or newer with its headers. Debian and Ubuntu: apt-get install libuv1-dev; Fedora: dnf install libuv-devel; Alpine: apk add libuv-dev; macOS: brew install libuv])])
  PHP_EVAL_INCLINE([$EVLOOP_UV_CFLAGS])
  PHP_EVAL_LIBLINE([$EVLOOP_UV_LIBS], [EVLOOP_SHARED_LIBADD])
  if test "$PHP_EVLOOP_LIBUV" = "static"; then
    dnl Debian 12's archive is not position independent: better said here than by the linker.
    AC_MSG_CHECKING([whether the static libuv can be part of a shared library])
    EVLOOP_SAVED_CFLAGS=$CFLAGS
    EVLOOP_SAVED_LDFLAGS=$LDFLAGS
    EVLOOP_SAVED_LIBS=$LIBS
    CFLAGS="$CFLAGS -fPIC $EVLOOP_UV_CFLAGS"
    LDFLAGS="$LDFLAGS -shared"
    LIBS="$EVLOOP_UV_LIBS"
    AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <uv.h>]], [[return uv_run(0, UV_RUN_DEFAULT)]])],
      [AC_MSG_RESULT([yes])],
      [AC_MSG_ERROR([it was not compiled as position-independent code. Leave --with-evloop-libuv=static out, or set PKG_CONFIG_PATH to a libuv that was built with -DCMAKE_POSITION_INDEPENDENT_CODE=ON])])
    CFLAGS=$EVLOOP_SAVED_CFLAGS
    LDFLAGS=$EVLOOP_SAVED_LDFLAGS
    LIBS=$EVLOOP_SAVED_LIBS
    dnl Else the uv_* symbols would be exported again and clash with other extensions.
    LDFLAGS="$LDFLAGS -Wl,--exclude-libs,ALL"
  fi

  if test "$PHP_EVLOOP_OPENSSL" != "no"; then
    PKG_CHECK_MODULES([EVLOOP_OPENSSL], [openssl >= 1.1.1], [],
      [AC_MSG_ERROR([evloop needs OpenSSL 1.1.1 or newer with its headers (or --without-evloop-openssl). Debian and Ubuntu: apt-get install libssl-dev; Fedora: dnf install openssl-devel; Alpine: apk add openssl-dev; macOS: brew install openssl])])
    PHP_EVAL_INCLINE([$EVLOOP_OPENSSL_CFLAGS])
    PHP_EVAL_LIBLINE([$EVLOOP_OPENSSL_LIBS], [EVLOOP_SHARED_LIBADD])
    EVLOOP_CFLAGS="$EVLOOP_CFLAGS -DEVLOOP_OPENSSL=1"
  fi

  dnl What has to win over configure's own -O2 is appended to CFLAGS: they stand last on the command line.
  if test "$PHP_EVLOOP_DEBUG" != "no"; then
    EVLOOP_CFLAGS="$EVLOOP_CFLAGS -DEVLOOP_DEBUG=1"
    CFLAGS="$CFLAGS -O0 -g3"
  else
    EVLOOP_CFLAGS="$EVLOOP_CFLAGS -DNDEBUG"
  fi
  if test "$PHP_EVLOOP_COVERAGE" != "no"; then
    CFLAGS="$CFLAGS -O0 --coverage"
    LDFLAGS="$LDFLAGS --coverage"
  fi
  if test "$PHP_EVLOOP_ASAN" != "no"; then
    EVLOOP_CFLAGS="$EVLOOP_CFLAGS -DEVLOOP_ASAN=1"
    CFLAGS="$CFLAGS -fsanitize=address,undefined -fno-omit-frame-pointer"
    LDFLAGS="$LDFLAGS -fsanitize=address,undefined"
  fi

  PHP_NEW_EXTENSION([evloop], [$EVLOOP_SOURCES], [$ext_shared],, [$EVLOOP_CFLAGS])
  dnl Only from here on $ext_srcdir and $ext_builddir are set.
  PHP_ADD_BUILD_DIR([$ext_builddir/src/core])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/reactor])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/base])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/promise])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/coroutine])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/loop])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/event])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/io])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/net])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/http])
  PHP_ADD_INCLUDE([$ext_srcdir])
  PHP_SUBST([EVLOOP_SHARED_LIBADD])
fi
