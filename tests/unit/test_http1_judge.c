/* SPDX-License-Identifier: MIT */
/*
 * Host, framing, connection and expectation as src/core/http1_judge.c understands them, and the table of smuggling
 * attempts.
 */
#include "tests/unit/http1_case.h"
#include "tests/unit/test.h"

#define POST(fields) "POST / HTTP/1.1\r\nHost: a\r\n" fields "\r\n\r\n"
#define OLD(fields)  "POST / HTTP/1.0\r\n" fields "\r\n\r\n"
#define HOST(value)  "GET / HTTP/1.1\r\nHost: " value "\r\n\r\n"
#define SMUGGLED     "0\r\n\r\nGET /admin HTTP/1.1\r\nHost: a\r\n\r\n"

TEST(http1_judge_wants_one_host)
{
	GIVES("GET / HTTP/1.1\r\n\r\n", REFUSED(400));
	GIVES("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", REFUSED(400));
	GIVES("GET / HTTP/1.1\r\nHost: a\r\nhOsT: b\r\n\r\n", REFUSED(400));
	GIVES("GET / HTTP/1.0\r\n\r\n", "host=-1 ");
	GIVES("GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", REFUSED(400));
	GIVES("GET / HTTP/1.1\r\nA: b\r\nHOST: a\r\n\r\n", "host=1 ");
	GIVES("GET / HTTP/1.1\r\nHost : a\r\n\r\n", REFUSED(400));
}

TEST(http1_judge_checks_the_host)
{
	GIVES(HOST("127.0.0.1:8080"), "idle\n");
	GIVES(HOST("a.b-c_d~e!f"), "idle\n");
	GIVES(HOST("a%2eb"), "idle\n");
	GIVES(HOST("[::1]"), "idle\n");
	GIVES(HOST("[2001:db8::1.2.3.4]:65535"), "idle\n");
	GIVES(HOST("a:"), "idle\n");
	GIVES(HOST(""), REFUSED(400));
	GIVES(HOST(":80"), REFUSED(400));
	GIVES(HOST("a:65536"), REFUSED(400));
	GIVES(HOST("a:000080"), REFUSED(400));
	GIVES(HOST("a:8x"), REFUSED(400));
	GIVES(HOST("a:+80"), REFUSED(400));
	GIVES(HOST("a:80:80"), REFUSED(400));
	GIVES(HOST("a b"), REFUSED(400));
	GIVES(HOST("a/b"), REFUSED(400));
	GIVES(HOST("u@a"), REFUSED(400));
	GIVES(HOST("a?b"), REFUSED(400));
	GIVES(HOST("a\\b"), REFUSED(400));
	GIVES(HOST("http://a"), REFUSED(400));
	GIVES(HOST("a%2"), REFUSED(400));
	GIVES(HOST("a%gg"), REFUSED(400));
	GIVES(HOST("[::1"), REFUSED(400));
	GIVES(HOST("[::1]a"), REFUSED(400));
	GIVES(HOST("[]"), REFUSED(400));
	GIVES(HOST("[::g]"), REFUSED(400));
	GIVES(HOST("[fe80::1%25eth0]"), REFUSED(400));
	GIVES(HOST("\xc3\xa4"), REFUSED(400));
}

TEST(http1_judge_reads_content_length)
{
	GIVES(POST("Content-Length: 3") "abc", "length=3 keep-alive has-length\n");
	GIVES(POST("content-length:\t03 ") "abc", "length=3 ");
	GIVES(POST("Content-Length: 0"),
		"length=0 keep-alive has-length\nfield Host=[a]\nfield Content-Length=[0]\nbody 0 []\nidle");
	GIVES(POST("Content-Length: 3\r\nContent-Length: 3") "abc", "body 3 [abc]\nidle\n");
	GIVES(POST("Content-Length: 1048576"), "more\n");
}

TEST(http1_judge_refuses_odd_content_lengths)
{
	GIVES(POST("Content-Length: 3\r\nContent-Length: 4"), REFUSED(400));
	GIVES(POST("Content-Length: 3, 3"), REFUSED(400));
	GIVES(POST("Content-Length: 3,4"), REFUSED(400));
	GIVES(POST("Content-Length:"), REFUSED(400));
	GIVES(POST("Content-Length: +3"), REFUSED(400));
	GIVES(POST("Content-Length: -3"), REFUSED(400));
	GIVES(POST("Content-Length: -0"), REFUSED(400));
	GIVES(POST("Content-Length: 0x3"), REFUSED(400));
	GIVES(POST("Content-Length: 3a"), REFUSED(400));
	GIVES(POST("Content-Length: 3 0"), REFUSED(400));
	GIVES(POST("Content-Length: 3.0"), REFUSED(400));
	GIVES(POST("Content-Length: 1e1"), REFUSED(400));
	GIVES(POST("Content-Length: \"3\""), REFUSED(400));
	GIVES(POST("Content-Length: 3;"), REFUSED(400));
	GIVES(POST("Content-Length: 1_000"), REFUSED(400));
	GIVES(POST("Content-Length: \xd9\xa3"), REFUSED(400));
	GIVES(POST("Content-Length: 18446744073709551614"), REFUSED(413));
	GIVES(POST("Content-Length: 18446744073709551615"), REFUSED(413));
	GIVES(POST("Content-Length: 18446744073709551616"), REFUSED(413));
	GIVES(POST("Content-Length: 99999999999999999999999999999999999999"), REFUSED(413));
	GIVES(POST("Content-Length: 1048577"), REFUSED(413));
	GIVES(POST("Content-Length: 18446744073709551619") "abc", REFUSED(413));
}

TEST(http1_judge_reads_transfer_encoding)
{
	GIVES(POST("Transfer-Encoding: chunked") "0\r\n\r\n", "length=0 keep-alive chunked\n");
	GIVES(POST("transfer-encoding:\tCHUNKED ") "0\r\n\r\n", " chunked\n");
}

TEST(http1_judge_refuses_te_variants)
{
	GIVES(POST("Transfer-Encoding: gzip") SMUGGLED, REFUSED(501));
	GIVES(POST("Transfer-Encoding: gzip, chunked") SMUGGLED, REFUSED(501));
	GIVES(POST("Transfer-Encoding: identity") SMUGGLED, REFUSED(501));
	GIVES(POST("Transfer-Encoding: xchunked") SMUGGLED, REFUSED(501));
	GIVES(POST("Transfer-Encoding: chunkedx") SMUGGLED, REFUSED(501));
	GIVES(POST("Transfer-Encoding: gzip;q=1") SMUGGLED, REFUSED(501));
	GIVES(POST("Transfer-Encoding: cow\r\nTransfer-Encoding: chunked") SMUGGLED, REFUSED(501));
	GIVES(POST("Transfer-Encoding: chunked\r\nTransfer-Encoding: cow") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: chunked, chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: chunked, gzip") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: chunked, identity") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: chunked,") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: ,chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding:") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: \"chunked\"") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: 'chunked'") SMUGGLED, REFUSED(501));
	GIVES(POST("Transfer-Encoding: chunked;a=b") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: chunked ;") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: chunked chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: chunked identity") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: chunked\x0b") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: \x0b"
			   "chunked") SMUGGLED,
		REFUSED(400));
	GIVES(POST("Transfer-Encoding: \0chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: \xa0"
			   "chunked") SMUGGLED,
		REFUSED(400));
	GIVES(POST("Transfer-Encoding: chun\tked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding : chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding\t: chunked") SMUGGLED, REFUSED(400));
	GIVES(POST(" Transfer-Encoding: chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("X: X\nTransfer-Encoding: chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("X: X\rTransfer-Encoding: chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding:\r\n chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding\n: chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding;chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("\x0bTransfer-Encoding: chunked") SMUGGLED, REFUSED(400));
	GIVES(OLD("Transfer-Encoding: chunked") SMUGGLED, REFUSED(400));
	GIVES(OLD("Connection: keep-alive\r\nTransfer-Encoding: identity") SMUGGLED, REFUSED(400));
}

TEST(http1_judge_refuses_both_framings)
{
	GIVES(POST("Content-Length: 5\r\nTransfer-Encoding: chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Transfer-Encoding: chunked\r\nContent-Length: 5") SMUGGLED, REFUSED(400));
	GIVES(POST("Content-Length: 5\r\nTransfer-Encoding: cow") SMUGGLED, REFUSED(400));
	GIVES(POST("Content-Length: 0\r\nTransfer-Encoding: chunked") SMUGGLED, REFUSED(400));
	GIVES(POST("Content-Length: 5\r\nTransfer-Encoding: gzip, chunked") SMUGGLED, REFUSED(400));
}

/* A name that only looks alike is any other field: the body stays what the honest fields say. */
TEST(http1_judge_is_not_fooled_by_similar_names)
{
	GIVES(POST("Transfer_Encoding: chunked\r\nContent-Length: 3") "abc", "body 3 [abc]\nidle\n");
	GIVES(POST("X-Transfer-Encoding: chunked\r\nContent_Length: 7"), "body 0 []\nidle\n");
	GIVES(POST("Content-Encoding: chunked\r\nContent-Lengt: 7"), "body 0 []\nidle\n");
}

TEST(http1_judge_decides_keep_alive)
{
	GIVES(FIELD("Connection: close"), "length=0\n");
	GIVES(FIELD("Connection: Keep-Alive"), " keep-alive\n");
	GIVES(FIELD("Connection: keep-alive, CLOSE"), "length=0\n");
	GIVES(FIELD("Connection: a,,\tclose ,b"), "length=0\n");
	GIVES(FIELD("Connection: closed, aclose"), " keep-alive\n");
	GIVES(FIELD("Connection: a\r\nConnection: close"), "length=0\n");
	GIVES(OLD("Connection: keep-alive"), " keep-alive\n");
	GIVES(OLD("Connection: keep-alive\r\nConnection: close"), "length=0\n");
	GIVES(OLD("A: b"), "length=0\n");
}

TEST(http1_judge_reads_expect)
{
	GIVES(FIELD("Expect: 100-continue"), " expects-100");
	GIVES(FIELD("Expect: 100-Continue"), " expects-100");
	GIVES(FIELD("Expect: 200-ok"), REFUSED(417));
	GIVES(FIELD("Expect: 100-continue, a"), REFUSED(417));
	GIVES(OLD("Expect: 100-continue"), "length=0\n");
	GIVES(OLD("Expect: more"), "length=0\n");
}

TEST(http1_judge_reads_upgrade)
{
	GIVES(FIELD("Upgrade: websocket\r\nConnection: keep-alive, Upgrade"), " upgrade\n");
	GIVES(FIELD("Upgrade: websocket"), "length=0 keep-alive\n");
	GIVES(FIELD("Connection: upgrade"), "length=0 keep-alive\n");
	GIVES(OLD("Upgrade: websocket\r\nConnection: Upgrade"), "length=0\n");
}

TEST(http1_judge_sends_nothing_behind_a_refusal_on)
{
	GIVES(POST("Content-Length: 5, 5") "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "over\n");
	GIVES("BAD\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
		"refused 400 the request line does not begin with a method and one space\nover\n");
}
