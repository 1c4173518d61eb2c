/* SPDX-License-Identifier: MIT */
/*
 * Request lines, versions, limits and the order of verdicts of src/core/http1_head.c.
 */
#include "tests/unit/http1_case.h"
#include "tests/unit/test.h"

#include <stdlib.h>

#define LINE(line) line "\r\nHost: a\r\n\r\n"

TEST(http1_head_reads_a_request)
{
	GIVES("GET /a/b?c=d&e HTTP/1.1\r\nHost: example.org:8080\r\nAccept:*/*\r\nX-Empty:\r\n\r\n",
		"head GET /a/b?c=d&e path=/a/b query=c=d&e authority= 1.1 method=1 host=0 size=73 length=0 keep-alive\n"
		"field Host=[example.org:8080]\nfield Accept=[*/*]\nfield X-Empty=[]\nbody 0 []\nidle\n");
}

TEST(http1_head_knows_methods)
{
	GIVES(LINE("GET / HTTP/1.1"), "method=1 ");
	GIVES(LINE("HEAD / HTTP/1.1"), "method=2 ");
	GIVES(LINE("POST / HTTP/1.1"), "method=3 ");
	GIVES(LINE("PUT / HTTP/1.1"), "method=4 ");
	GIVES(LINE("PATCH / HTTP/1.1"), "method=5 ");
	GIVES(LINE("DELETE / HTTP/1.1"), "method=6 ");
	GIVES(LINE("OPTIONS / HTTP/1.1"), "method=7 ");
	GIVES(LINE("TRACE / HTTP/1.1"), "method=8 ");
	GIVES(LINE("get / HTTP/1.1"), "method=0 ");
	GIVES(LINE("M-SEARCH!#$%&'*+-.^_`|~09 / HTTP/1.1"), "method=0 ");
}

TEST(http1_head_refuses_bad_methods)
{
	GIVES(LINE(" / HTTP/1.1"), REFUSED(400));
	GIVES(LINE("G@T / HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET\t/ HTTP/1.1"), REFUSED(400));
	GIVES(LINE("G\0T / HTTP/1.1"), REFUSED(400));
	GIVES(LINE("G\xc3T / HTTP/1.1"), REFUSED(400));
	GIVES("GET\r\n\r\n", REFUSED(400));
	GIVES(LINE("A2345678901234567890123456789012 / HTTP/1.1"), "method=0 ");
	GIVES(LINE("A23456789012345678901234567890123 / HTTP/1.1"), REFUSED(501));
	GIVES(LINE("CONNECT example.org:443 HTTP/1.1"), REFUSED(501));
	GIVES(LINE("CONNECT / HTTP/1.1"), REFUSED(501));
}

TEST(http1_head_refuses_other_white_space)
{
	GIVES(LINE("GET  / HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET /  HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET / HTTP/1.1 "), REFUSED(400));
	GIVES(LINE("GET /\tHTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET /a b HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET /\x0b HTTP/1.1"), REFUSED(400));
	GIVES("GET / HTTP/1.1\nHost: a\n\n", REFUSED(400));
	GIVES("GET / HTTP/1.1\rHost: a\r\r", REFUSED(400));
	GIVES("GET / HTTP/1.1\r\rHost: a\r\n\r\n", REFUSED(400));
	GIVES("GET /\r\nHost: a\r\n\r\n", REFUSED(400));
}

TEST(http1_head_refuses_bad_target_bytes)
{
	GIVES(LINE("GET /a#b HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET /\"a\" HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET /<a> HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET /\xc3\xbc HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET /\0 HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET /\x7f HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET /?a={b}|c^d`e\\[] HTTP/1.1"), "query=a={b}|c^d`e\\[] ");
	GIVES(LINE("GET /%zz%00 HTTP/1.1"), "path=/%zz%00 ");
}

TEST(http1_head_splits_path_and_query)
{
	GIVES(LINE("GET /? HTTP/1.1"), "path=/ query= authority= ");
	GIVES(LINE("GET /a?b?c HTTP/1.1"), "path=/a query=b?c ");
	GIVES(LINE("GET //x/../y HTTP/1.1"), "path=//x/../y query= ");
}

TEST(http1_head_takes_the_asterisk_for_options_only)
{
	GIVES(LINE("OPTIONS * HTTP/1.1"),
		"OPTIONS * path=* query= authority= 1.1 method=7 host=0 size=31 length=0 keep-alive asterisk");
	GIVES(LINE("GET * HTTP/1.1"), REFUSED(400));
	GIVES(LINE("OPTIONS ** HTTP/1.1"), REFUSED(400));
	GIVES(LINE("OPTIONS *?a HTTP/1.1"), REFUSED(400));
}

TEST(http1_head_takes_absolute_form)
{
	GIVES(LINE("GET http://a/b?c HTTP/1.1"), "path=/b query=c authority=a ");
	GIVES(LINE("GET HTTP://A HTTP/1.1"), "path= query= authority=A ");
	GIVES(LINE("GET http://a?b HTTP/1.1"), "path= query=b authority=a ");
	GIVES(LINE("GET https://a:443/ HTTP/1.1"), "path=/ query= authority=a:443 ");
	GIVES(LINE("GET http://a:/ HTTP/1.1"), "authority=a: ");
	GIVES("GET http://a:80/ HTTP/1.1\r\nHost: A:80\r\n\r\n", "absolute");
	GIVES("GET http://[::1]:8080/ HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", "authority=[::1]:8080 ");
	GIVES("GET http://a/ HTTP/1.0\r\n\r\n", "authority=a 1.0 ");
}

TEST(http1_head_refuses_other_forms)
{
	GIVES(LINE("GET a HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET a:80 HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET ?a HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET ftp://a/ HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET http:/a HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET http:///b HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET http://?b HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET http:// HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET https:// HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET http://u@a/ HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET http://a:b/ HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET http://a\\@b/ HTTP/1.1"), REFUSED(400));
}

TEST(http1_head_refuses_an_authority_that_is_not_the_host)
{
	GIVES(LINE("GET http://b/ HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET http://ab/ HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET http://a:8080/ HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET https://a:80/ HTTP/1.1"), REFUSED(400));
	GIVES(LINE("GET http://a:443/ HTTP/1.1"), REFUSED(400));
	GIVES("GET http://a_/ HTTP/1.1\r\nHost: a\x7f\r\n\r\n", REFUSED(400));
	GIVES("GET http://a1/ HTTP/1.1\r\nHost: a!\r\n\r\n", REFUSED(400));
}

TEST(http1_head_knows_versions)
{
	GIVES(LINE("GET / HTTP/1.0"), " 1.0 method=1 host=0 size=27 length=0\n");
	GIVES(LINE("GET / HTTP/1.2"), " 1.1 ");
	GIVES(LINE("GET / HTTP/1.9"), " 1.1 ");
	GIVES(LINE("GET / HTTP/2.0"), REFUSED(505));
	GIVES(LINE("GET / HTTP/0.9"), REFUSED(505));
	GIVES(LINE("GET / HTTP/9.9"), REFUSED(505));
	GIVES("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", REFUSED(505));
	GIVES(LINE("GET / HTTP/1"), REFUSED(400));
	GIVES(LINE("GET / HTTP/11"), REFUSED(400));
	GIVES(LINE("GET / HTTP/1.11"), REFUSED(400));
	GIVES(LINE("GET / HTTP/01.1"), REFUSED(400));
	GIVES(LINE("GET / HTTP/1.a"), REFUSED(400));
	GIVES(LINE("GET / HTTP/-1.1"), REFUSED(400));
	GIVES(LINE("GET / http/1.1"), REFUSED(400));
	GIVES(LINE("GET / HTTPS/1.1"), REFUSED(400));
	GIVES(LINE("GET / HTTP /1.1"), REFUSED(400));
	GIVES(LINE("GET / "), REFUSED(400));
	GIVES("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", REFUSED(400));
}

TEST(http1_head_tolerates_two_empty_lines)
{
	GIVES("\r\n" LINE("GET / HTTP/1.1"), "size=29 ");
	GIVES("\r\n\r\n" LINE("GET / HTTP/1.1"), "size=31 ");
	GIVES("\r\n\r\n\r\n" LINE("GET / HTTP/1.1"), REFUSED(400));
	GIVES("\n" LINE("GET / HTTP/1.1"), REFUSED(400));
	GIVES("\r" LINE("GET / HTTP/1.1"), REFUSED(400));
	GIVES("\r\n ", REFUSED(400));
	GIVES("\r\n", "idle\n");
	GIVES("\r\n\r\nG", "more\n");
	GIVES(LINE("GET / HTTP/1.1") "\r\n" LINE("GET /2 HTTP/1.1"), "head GET /2 ");
}

TEST(http1_head_reads_pipelined_requests)
{
	GIVES(LINE("GET /1 HTTP/1.1") LINE("HEAD /2 HTTP/1.1") LINE("GET /3 HTTP/1.0") "GET /4",
		"head GET /3 path=/3 query= authority= 1.0 method=1 host=0 size=28 length=0\nfield Host=[a]\nbody 0 "
		"[]\nover\n");
	GIVES(LINE("GET /1 HTTP/1.1") " " LINE("GET /2 HTTP/1.1"), "body 0 []\nrefused 400 ");
	GIVES("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" LINE("GET /2 HTTP/1.1"),
		"body 3 [abc]\nhead GET /2 ");
}

TEST(http1_head_bounds_the_target)
{
	const http1_drive_limits *small = &http1_drive_small; /* 12 bytes of target, 80 of head, 3 fields */

	GIVES_WITHIN(small, LINE("GET /23456789012a HTTP/1.1"), REFUSED(414));
	GIVES_WITHIN(small, LINE("GET /23456789012 HTTP/1.1"), "head GET /23456789012 ");
	GIVES_WITHIN(small, LINE("GET /2345678901aaaaaaaaaaaaaa\x01"), REFUSED(414));
	GIVES_WITHIN(small,
		LINE("GET /23456789\x01"
			 "1aaaaaaaaaaaaaa"),
		REFUSED(400));
}

TEST(http1_head_bounds_the_head)
{
	const http1_drive_limits *small = &http1_drive_small;

	/* 80 bytes to the last LF are the most. */
	GIVES_WITHIN(small, LINE("GET / HTTP/1.1\r\nA: 345678901234567890123456789012345678901234567890"), "size=80 ");
	GIVES_WITHIN(small, LINE("GET / HTTP/1.1\r\nA: 3456789012345678901234567890123456789012345678901"), REFUSED(431));
	GIVES_WITHIN(
		small, "GET / HTTP/1.1\r\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", REFUSED(431));
	GIVES_WITHIN(small,
		"GET / HTTP/1.1\r\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\x01"
		"AAAAAAAAA",
		REFUSED(400));
	GIVES_WITHIN(
		small, "GET / HTTP/1.1\r\nA:                                                                 ", REFUSED(431));
}

TEST(http1_head_bounds_the_number_of_fields)
{
	const http1_drive_limits *small = &http1_drive_small;

	GIVES_WITHIN(small, LINE("GET / HTTP/1.1\r\na:\r\nb:"), "field b=[]\n");
	GIVES_WITHIN(small, LINE("GET / HTTP/1.1\r\na:\r\nb:\r\nc:"), REFUSED(431));
	GIVES_WITHIN(small, "GET / HTTP/1.1\r\na:\r\nb:\r\nc:\r\n:", REFUSED(431));
}

TEST(http1_head_answers_414_when_the_head_is_over_in_the_target)
{
	const http1_drive_limits tiny = {{8192, 16, 4}, 20, 16, 2};

	GIVES_WITHIN(&tiny, "GET /aaaaaaaaaaaaaaaaaaaaaaaa", REFUSED(414));
	GIVES_WITHIN(&tiny, "GET / HTTP/1.1\r\n", REFUSED(431));
	GIVES_WITHIN(&tiny, "GET /aaaaaaaaa\x01", REFUSED(400));
}

static evl_http1_verdict parse_all(const char *data, size_t len, size_t piece, evl_http1_head *head)
{
	static const evl_http1_limits limits = {8192, 65536, 128};
	static evl_http1_field table[128];
	evl_http1_verdict verdict = EVL_HTTP1_MORE;

	evl_http1_head_init(head, &limits, table);

	for (size_t fed = 0; fed < len && verdict == EVL_HTTP1_MORE; fed += piece) {
		verdict = evl_http1_head_parse(head, data, fed + piece < len ? fed + piece : len);
	}

	return verdict;
}

TEST(http1_head_survives_bombs_byte_by_byte)
{
	const size_t size = 1 << 20;
	char *data = malloc(size);
	evl_http1_head head;

	memset(data, 'a', size);
	CHECK_EQ(parse_all(data, size, 1, &head), EVL_HTTP1_REJECTED);
	CHECK_EQ(head.status, 501);

	memcpy(data, "GET /", 5);
	CHECK_EQ(parse_all(data, size, 1, &head), EVL_HTTP1_REJECTED);
	CHECK_EQ(head.status, 414);

	memcpy(data, "GET / HTTP/1.1\r\n", 16);
	CHECK_EQ(parse_all(data, size, 1, &head), EVL_HTTP1_REJECTED);
	CHECK_EQ(head.status, 431);

	memset(data + 16, ' ', size - 16);
	memcpy(data + 16, "a:", 2);
	CHECK_EQ(parse_all(data, size, 1, &head), EVL_HTTP1_REJECTED);
	CHECK_EQ(head.status, 431);

	for (size_t i = 16; i + 6 <= size; i += 6) {
		memcpy(data + i, "a: b\r\n", 6);
	}

	CHECK_EQ(parse_all(data, size, 1, &head), EVL_HTTP1_REJECTED);
	CHECK_EQ(head.status, 431);
	CHECK_EQ(head.fields.count, 128);
	free(data);
}

TEST(http1_head_verdicts_are_final)
{
	evl_http1_head head;

	CHECK_EQ(parse_all("GET / HTTP/3.0\r\n", 16, 16, &head), EVL_HTTP1_REJECTED);
	CHECK_EQ(evl_http1_head_parse(&head, "GET / HTTP/1.1\r\n", 16), EVL_HTTP1_REJECTED);
	CHECK_EQ(head.status, 505);
	CHECK_EQ(parse_all("GET / HTTP/1.0\r\n\r\n", 18, 18, &head), EVL_HTTP1_DONE);
	CHECK_EQ(evl_http1_head_parse(&head, "GET / HTTP/1.0\r\n\r\n", 18), EVL_HTTP1_DONE);
}

TEST(http1_head_is_idle_before_the_first_byte)
{
	evl_http1_head head;

	CHECK_EQ(parse_all("\r\n", 2, 1, &head), EVL_HTTP1_MORE);
	CHECK(evl_http1_head_is_idle(&head));
	CHECK_EQ(parse_all("\r\nG", 3, 1, &head), EVL_HTTP1_MORE);
	CHECK(!evl_http1_head_is_idle(&head));
}
