/* SPDX-License-Identifier: MIT */
/*
 * Fixed and chunked bodies, chunk extensions and trailers of src/core/http1_body.c.
 */
#include "tests/unit/http1_case.h"
#include "tests/unit/test.h"

#include <stdlib.h>

#define FIXED(length) "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " #length "\r\n\r\n"
#define CHUNKED       "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
#define END           "0\r\n\r\n"

TEST(http1_body_of_a_fixed_length)
{
	GIVES(FIXED(0), "body 0 []\nidle\n");
	GIVES(FIXED(1) "a", "body 1 [a]\nidle\n");
	GIVES(FIXED(5) "ab\r\nc", "body 5 [ab\r\nc]\nidle\n");
	GIVES(FIXED(5) "abcd", "body 4 [abcd]\nmore\n");
	GIVES(FIXED(5) "abcde" FIXED(2) "fg", "body 2 [fg]\nidle\n");
	GIVES(FIXED(4) "a\0b\xff", "body 4 [a");
}

TEST(http1_body_of_chunks)
{
	GIVES(CHUNKED END, "body 0 []\nidle\n");
	GIVES(CHUNKED "3\r\nabc\r\n" END, "body 3 [abc]\nidle\n");
	GIVES(CHUNKED "1\r\na\r\n0002\r\nbc\r\n000\r\n\r\n", "body 3 [abc]\nidle\n");
	GIVES(CHUNKED "a\r\n0123456789\r\nA\r\n0123456789\r\n" END, "body 20 [01234567890123456789]\nidle\n");
	GIVES(CHUNKED "1a\r\n01234567890123456789012345\r\n" END FIXED(1) "z", "body 1 [z]\nidle\n");
	GIVES(CHUNKED "4\r\n\r\n\r\n\r\n" END, "body 4 [\r\n\r\n]\nidle\n");
	GIVES(CHUNKED "3\r\nabc\r\n0000000000000003\r\ndef\r\n" END, "body 6 [abcdef]\nidle\n");
	GIVES(CHUNKED "3\r\nab", "body 2 [ab]\nmore\n");
	GIVES(CHUNKED "3\r\nabc\r\n0\r\n", "body 3 [abc]\nmore\n");
}

TEST(http1_body_refuses_bad_chunk_sizes)
{
	GIVES(CHUNKED "\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "+3\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "-3\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "0x3\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "3h\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "g\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED " 3\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "\t3\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "3 \r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "3 3\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "3,3\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "3\0\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "3_0\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "\xd9\xa3\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "3.\r\nabc\r\n", REFUSED(400));
}

TEST(http1_body_refuses_other_line_ends)
{
	GIVES(CHUNKED "3\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3\rabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3\r\rabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3\n\rabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3\r\nabc\n" END, REFUSED(400));
	GIVES(CHUNKED "3\r\nabc\r0\r\n\r\n", REFUSED(400));
	GIVES(CHUNKED "3\r\nabcd\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3\r\nabc" END, REFUSED(400));
	GIVES(CHUNKED "3\r\nabcXX" END, REFUSED(400));
	GIVES(CHUNKED "0\r\n\n", REFUSED(400));
	GIVES(CHUNKED "0\r\n\r\r\n", REFUSED(400));
	GIVES(CHUNKED "0\n\r\n", REFUSED(400));
	GIVES(CHUNKED "0\r\nX", "more\n");
	GIVES(CHUNKED "0\r\n\rX", REFUSED(400));
}

TEST(http1_body_bounds_sizes)
{
	const http1_drive_limits *small = &http1_drive_small; /* bodies of 20 bytes */

	GIVES(CHUNKED "100001\r\n", REFUSED(413));
	GIVES(CHUNKED "ffffffffffffffff\r\nabc", REFUSED(413));
	GIVES(CHUNKED "10000000000000003\r\nabc", REFUSED(413));
	GIVES(CHUNKED "00000000000000003\r\nabc\r\n", REFUSED(400));
	GIVES(CHUNKED "3\r\nabc\r\nfffffffffffffffd\r\n", REFUSED(413));
	GIVES(CHUNKED "FFFFFFFFFFFFFFFFF\r\n", REFUSED(413));
	GIVES_WITHIN(small, "GET / HTTP/1.1\r\nHost:a\r\nContent-Length:20\r\n\r\n01234567890123456789", "body 20 ");
	GIVES_WITHIN(small, "GET / HTTP/1.1\r\nHost:a\r\nContent-Length:21\r\n\r\n01234567890123456789", REFUSED(413));
	GIVES_WITHIN(small, CHUNKED "14\r\n01234567890123456789\r\n" END, "body 20 ");
	GIVES_WITHIN(small, CHUNKED "f\r\n012345678901234\r\n5\r\n01234\r\n" END, "body 20 ");
	GIVES_WITHIN(small, CHUNKED "f\r\n012345678901234\r\n6\r\n012345\r\n" END, REFUSED(413));
}

TEST(http1_body_reads_chunk_extensions)
{
	GIVES(CHUNKED "3;a\r\nabc\r\n" END, "body 3 [abc]\nidle\n");
	GIVES(CHUNKED "3;a=b\r\nabc\r\n0;c=\"d\"\r\n\r\n", "body 3 [abc]\nidle\n");
	GIVES(CHUNKED "3 ; a = b ; c\r\nabc\r\n" END, "body 3 [abc]\nidle\n");
	GIVES(CHUNKED "3\t;\ta\t=\tb;c\r\nabc\r\n" END, "body 3 [abc]\nidle\n");
	GIVES(CHUNKED "3;a=\"\"\r\nabc\r\n" END, "body 3 [abc]\nidle\n");
	GIVES(CHUNKED "3;a=\"b \t\\\"\\\\;\xc3\xa4\" ;d\r\nabc\r\n" END, "body 3 [abc]\nidle\n");
}

TEST(http1_body_refuses_abused_chunk_extensions)
{
	GIVES(CHUNKED "3;\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;;a\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a=\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a \r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a=b \r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a=\"b\" \r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a b\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;=b\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a\rX\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a=\"b\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a=\"\\\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a=\"\\\n\"\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a=\"b\"c\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a=b\0\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;a==b\r\nabc\r\n" END, REFUSED(400));
	GIVES(CHUNKED "3;\x7f\r\nabc\r\n" END, REFUSED(400));
}

TEST(http1_body_reads_trailers)
{
	GIVES(CHUNKED "0\r\nX-Sum: 1\r\nY: 2 \r\n\r\n", "body 0 []\ntrailer X-Sum=[1]\ntrailer Y=[2]\nidle\n");
	GIVES(CHUNKED "1\r\na\r\n0\r\nX: 1\r\n\r\n" FIXED(1) "z", "body 1 [a]\ntrailer X=[1]\nhead POST /");
	GIVES(CHUNKED "0\r\nX: 1\r\nCookie: a\r\nContent-Type: b\r\nY: 2\r\n\r\n", "trailer X=[1]\ntrailer Y=[2]\nidle\n");
}

TEST(http1_body_refuses_bad_trailers)
{
	GIVES(CHUNKED "0\r\nContent-Length: 3\r\n\r\nabc", REFUSED(400));
	GIVES(CHUNKED "0\r\nTransfer-Encoding: chunked\r\n\r\n", REFUSED(400));
	GIVES(CHUNKED "0\r\nHost: b\r\n\r\n", REFUSED(400));
	GIVES(CHUNKED "0\r\nX : 1\r\n\r\n", REFUSED(400));
	GIVES(CHUNKED "0\r\nX: 1\r\n 2\r\n\r\n", REFUSED(400));
	GIVES(CHUNKED "0\r\nX: 1\n\r\n", REFUSED(400));
	GIVES(CHUNKED "0\r\n X: 1\r\n\r\n", REFUSED(400));
	GIVES(CHUNKED "0\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", REFUSED(400));
}

TEST(http1_body_bounds_trailers)
{
	const http1_drive_limits *small = &http1_drive_small; /* 16 bytes and 2 fields */

	GIVES_WITHIN(small, CHUNKED "0\r\nab: 2345678901\r\n\r\n", "trailer ab=[2345678901]\nidle\n");
	GIVES_WITHIN(small, CHUNKED "0\r\nab: 23456789012\r\n\r\n", REFUSED(431));
	GIVES_WITHIN(small, CHUNKED "0\r\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", REFUSED(431));
	GIVES_WITHIN(small, CHUNKED "0\r\na:\r\nb:\r\n\r\n", "trailer b=[]\nidle\n");
	GIVES_WITHIN(small, CHUNKED "0\r\na:\r\nb:\r\nc:\r\n\r\n", REFUSED(431));
}

/*
 * Feeds the same piece again and again until the verdict is no longer MORE; the bytes of payload, or -1 if it never
 * ends.
 */
static long feed(evl_http1_body *body, const char *piece, size_t len, int rounds)
{
	const char *slice;
	size_t consumed, slice_len;
	long payload = 0;

	for (int i = 0; i < rounds; i++) {
		for (size_t at = 0; at < len;) {
			evl_http1_verdict verdict = evl_http1_body_next(body, piece + at, len - at, &consumed, &slice, &slice_len);

			at += consumed;
			payload += (long) slice_len;

			if (verdict == EVL_HTTP1_REJECTED) {
				return payload;
			}
		}
	}

	return -1;
}

TEST(http1_body_survives_bombs)
{
	evl_http1_head head = {.flags = EVL_HTTP1_CHUNKED};
	evl_http1_field table[4];
	evl_http1_body body;

	evl_http1_body_init(&body, &head, 1 << 20, 8192, table, 4);
	CHECK_EQ(feed(&body, "0", 1, 1 << 20), 0);
	CHECK_EQ(body.status, 400);

	evl_http1_body_init(&body, &head, 1 << 20, 8192, table, 4);
	CHECK_EQ(feed(&body, "1;a\r\nx\r\n", 8, 1 << 20), EVL_HTTP1_MAX_EXTENSIONS / 2);
	CHECK_EQ(body.status, 400);

	evl_http1_body_init(&body, &head, 1 << 20, 8192, table, 4);
	CHECK_EQ(feed(&body, "1;", 2, 1), -1);
	CHECK_EQ(feed(&body, " ", 1, 1 << 20), 0);
	CHECK_EQ(body.status, 400);

	evl_http1_body_init(&body, &head, 1000, 8192, table, 4);
	CHECK_EQ(feed(&body, "1\r\nx\r\n", 6, 1 << 20), 1000);
	CHECK_EQ(body.status, 413);
}

TEST(http1_body_hands_out_the_input_itself)
{
	const char input[] = "5\r\nhello\r\n0\r\n\r\n";
	evl_http1_head head = {.flags = EVL_HTTP1_CHUNKED};
	evl_http1_body body;
	const char *slice;
	size_t consumed, len;

	evl_http1_body_init(&body, &head, 100, 100, NULL, 0);
	CHECK_EQ(evl_http1_body_next(&body, input, sizeof(input) - 1, &consumed, &slice, &len), EVL_HTTP1_DATA);
	CHECK_PTR(slice, input + 3);
	CHECK_EQ(len, 5);
	CHECK_EQ(consumed, 8);
	CHECK_EQ(evl_http1_body_next(&body, input + 8, sizeof(input) - 9, &consumed, &slice, &len), EVL_HTTP1_DONE);
	CHECK_EQ(consumed, 7);
	CHECK_EQ(body.total, 5);
	CHECK_EQ(evl_http1_body_next(&body, NULL, 0, &consumed, &slice, &len), EVL_HTTP1_DONE);
	CHECK_EQ(consumed, 0);
}

TEST(http1_body_says_at_once_that_it_is_too_large)
{
	evl_http1_head head = {.flags = EVL_HTTP1_HAS_LENGTH, .content_length = 101};
	evl_http1_body body;

	evl_http1_body_init(&body, &head, 100, 0, NULL, 0);
	CHECK_EQ(body.status, 413);
}
