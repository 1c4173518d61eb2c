/* SPDX-License-Identifier: MIT */
/*
 * Answers for phpinfo() about libuv, so that no file outside of the reactor needs <uv.h>. Owns nothing, any thread.
 */
#include "src/reactor/version.h"

#include <uv.h>

#define VERSION_TEXT_(number) #number
#define VERSION_TEXT(number)  VERSION_TEXT_(number)
#define VERSION_NUMBER(minor) ((1U << 16) | ((minor) << 8))

const char *evl_version_uv_header(void)
{
	return VERSION_TEXT(UV_VERSION_MAJOR) "." VERSION_TEXT(UV_VERSION_MINOR) "." VERSION_TEXT(UV_VERSION_PATCH);
}

const char *evl_version_uv_runtime(void)
{
	return uv_version_string();
}

const char *evl_version_backend(void)
{
#if defined(__linux__)
	return "epoll";
#elif defined(__APPLE__) || defined(__FreeBSD__) || defined(__NetBSD__) || defined(__OpenBSD__) ||                     \
	defined(__DragonFly__)
	return "kqueue";
#elif defined(_WIN32)
	return "IOCP";
#elif defined(__sun)
	return "event ports";
#else
	return "poll";
#endif
}

bool evl_version_uv_has_io_uring_bugs(void)
{
	unsigned version = uv_version();

	return version >= VERSION_NUMBER(45U) && version < VERSION_NUMBER(49U);
}
