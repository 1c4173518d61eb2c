/* SPDX-License-Identifier: MIT */
/*
 * The module: what PHP calls when it starts, begins and ends a request, and prints phpinfo(). It holds no logic of its
 * own; each part of src/ has its hook in one of the tables below, in the order of the layers.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_evloop.h"

#include "ext/standard/info.h"
#ifdef EVLOOP_OPENSSL
#include <openssl/crypto.h>
#include <openssl/opensslv.h>
#endif

#include "src/base/audit.h"
#include "src/base/error.h"
#include "src/base/globals.h"
#include "src/base/release.h"
#include "src/core/block.h"
#include "src/coroutine/arm.h"
#include "src/coroutine/autoload.h"
#include "src/coroutine/barrier.h"
#include "src/coroutine/channel.h"
#include "src/coroutine/context.h"
#include "src/coroutine/coroutine.h"
#include "src/coroutine/error_handler.h"
#include "src/coroutine/event.h"
#include "src/coroutine/frame.h"
#include "src/coroutine/functions.h"
#include "src/coroutine/generator.h"
#include "src/coroutine/interrupt.h"
#include "src/coroutine/mutex.h"
#include "src/coroutine/permit.h"
#include "src/coroutine/rate_limiter.h"
#include "src/coroutine/resource_pool.h"
#include "src/coroutine/scope.h"
#include "src/coroutine/semaphore.h"
#include "src/loop/fork.h"
#include "src/loop/loop.h"
#include "src/http/options.h"
#include "src/http/form.h"
#include "src/http/request.h"
#include "src/http/request_body.h"
#include "src/http/response.h"
#include "src/http/server.h"
#include "src/io/file.h"
#include "src/io/file_list.h"
#include "src/io/file_stat.h"
#include "src/io/file_watch.h"
#include "src/io/options.h"
#include "src/io/progress.h"
#include "src/io/process.h"
#include "src/io/stream.h"
#include "src/io/terminal.h"
#include "src/loop/watcher.h"
#include "src/net/datagram.h"
#include "src/net/datagram_options.h"
#include "src/net/dns.h"
#include "src/net/options.h"
#include "src/net/server_socket.h"
#include "src/net/socket.h"
#include "src/net/tls.h"
#include "src/net/tls_context.h"
#include "src/net/tls_info.h"
#include "src/net/tls_options.h"
#include "src/promise/combine.h"
#include "src/promise/deferred.h"
#include "src/promise/promise.h"
#include "src/reactor/version.h"

#if defined(ZTS) && defined(COMPILE_DL_EVLOOP)
ZEND_TSRMLS_CACHE_DEFINE()
#endif

/* Called in this order when PHP starts; a lower layer's classes exist when a higher one registers its own. */
static zend_result (*const minit_hooks[])(int module_number) = {
	evloop_globals_minit,
	evloop_error_minit,
	evloop_promise_minit,
	evloop_deferred_minit,
	evloop_combine_minit,
	evloop_frame_minit,
	evloop_interrupt_minit,
	evloop_error_handler_minit,
	evloop_fiber_minit,
	evloop_coroutine_minit,
	evloop_context_minit,
	evloop_token_minit,
	evloop_scope_minit,
	evloop_functions_minit,
	evloop_channel_minit,
	evloop_arm_minit,
	evloop_permit_minit,
	evloop_semaphore_minit,
	evloop_mutex_minit,
	evloop_barrier_minit,
	evloop_event_minit,
	evloop_rate_limiter_minit,
	evloop_gather_minit,
	evloop_generator_minit,
	evloop_pool_minit,
	evloop_autoload_minit,
	evloop_watcher_minit,
	evloop_loop_minit,
	evloop_fork_minit,
	evloop_io_options_minit,
	evloop_stream_minit,
	evloop_tls_minit,
	evloop_tls_context_minit,
	evloop_tls_options_minit,
	evloop_tls_info_minit,
	evloop_terminal_minit,
	evloop_progress_minit,
	evloop_process_options_minit,
	evloop_process_minit,
	evloop_process_run_minit,
	evloop_job_minit,
	evloop_file_minit,
	evloop_file_list_minit,
	evloop_file_stat_minit,
	evloop_file_watch_minit,
	evloop_net_options_minit,
	evloop_socket_minit,
	evloop_server_socket_minit,
	evloop_dns_minit,
	evloop_datagram_options_minit,
	evloop_datagram_minit,
	evloop_datagram_socket_minit,
	evloop_http_options_minit,
	evloop_http_form_minit,
	evloop_http_request_minit,
	evloop_http_request_body_minit,
	evloop_http_response_minit,
	evloop_http_server_minit,
};

/* Written out, since the parameter of PHP_GINIT_FUNCTION would hide the globals themselves. */
static void globals_ctor(void *globals)
{
#if defined(ZTS) && defined(COMPILE_DL_EVLOOP)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	evloop_globals_ctor(globals);
}

static PHP_MINIT_FUNCTION(evloop)
{
	for (size_t i = 0; i < sizeof(minit_hooks) / sizeof(minit_hooks[0]); i++) {
		if (minit_hooks[i](module_number) != SUCCESS) {
			return FAILURE;
		}
	}
	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(evloop)
{
	evloop_globals_mshutdown(module_number);
	evloop_tls_context_mshutdown();
	evloop_tls_mshutdown();
	evl_blocks_keep(0);
	return SUCCESS;
}

static PHP_RINIT_FUNCTION(evloop)
{
#if defined(ZTS) && defined(COMPILE_DL_EVLOOP)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	EVLOOP_G(closed) = false;
	EVLOOP_G(exited) = false;
	memset(EVLOOP_G(stdio), 0, sizeof(EVLOOP_G(stdio)));
	evl_list_init(&EVLOOP_G(progresses));
	EVLOOP_G(values) = NULL;
	EVLOOP_G(values_used) = false;
	evloop_release_rinit();
	evloop_loop_rinit();
	return SUCCESS;
}

static PHP_RSHUTDOWN_FUNCTION(evloop)
{
	evloop_terminal_rshutdown();
	evloop_stdio_rshutdown();
	evloop_scheduler_shutdown();
	evloop_context_rshutdown();
	evloop_error_handler_rshutdown();
	evloop_tls_context_rshutdown();
	return SUCCESS;
}

static int post_deactivate(void)
{
	evloop_audit_request();
	return SUCCESS;
}

static void info_openssl(void)
{
#ifdef EVLOOP_OPENSSL
	php_info_print_table_row(2, "OpenSSL header", OPENSSL_VERSION_TEXT);
	php_info_print_table_row(2, "OpenSSL run time", OpenSSL_version(OPENSSL_VERSION));
#else
	php_info_print_table_row(2, "OpenSSL", "not built in");
#endif
}

static void info_build(void)
{
#ifdef EVLOOP_DEBUG
	const char *debug = "yes";
#else
	const char *debug = "no";
#endif
#ifdef EVLOOP_ASAN
	const char *asan = "yes";
#else
	const char *asan = "no";
#endif
#ifdef ZTS
	const char *zts = "yes";
#else
	const char *zts = "no";
#endif

	php_info_print_table_row(2, "Debug build", debug);
	php_info_print_table_row(2, "Sanitizers", asan);
	php_info_print_table_row(2, "Thread safety", zts);
}

static PHP_MINFO_FUNCTION(evloop)
{
	php_info_print_table_start();
	php_info_print_table_row(2, "evloop", "enabled");
	php_info_print_table_row(2, "Version", PHP_EVLOOP_VERSION);
	php_info_print_table_row(2, "Backend", evl_version_backend());
	php_info_print_table_row(2, "libuv header", evl_version_uv_header());
	php_info_print_table_row(2, "libuv run time", evl_version_uv_runtime());
	if (evl_version_uv_has_io_uring_bugs()) {
		php_info_print_table_row(2, "libuv hint", "1.45 to 1.48 have io_uring bugs: use 1.49 or set UV_USE_IO_URING=0");
	}
	info_openssl();
	info_build();
	php_info_print_table_end();
	DISPLAY_INI_ENTRIES();
}

/* Wrapped or looked at when they are there, so they have to start before. */
static const zend_module_dep module_deps[] = {ZEND_MOD_OPTIONAL("pcntl") ZEND_MOD_OPTIONAL("sockets") ZEND_MOD_END};

zend_module_entry evloop_module_entry = {
	STANDARD_MODULE_HEADER_EX,
	NULL,
	module_deps,
	"evloop",
	NULL, /* registered by evloop_functions_minit() */
	PHP_MINIT(evloop),
	PHP_MSHUTDOWN(evloop),
	PHP_RINIT(evloop),
	PHP_RSHUTDOWN(evloop),
	PHP_MINFO(evloop),
	PHP_EVLOOP_VERSION,
	PHP_MODULE_GLOBALS(evloop),
	globals_ctor,
	NULL,
	post_deactivate,
	STANDARD_MODULE_PROPERTIES_EX,
};

#ifdef COMPILE_DL_EVLOOP
/* Declared here since PHP's macro defines it without a prototype. */
ZEND_DLEXPORT zend_module_entry *get_module(void);
ZEND_GET_MODULE(evloop)
#endif
