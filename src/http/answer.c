/* SPDX-License-Identifier: MIT */
/*
 * answer.c: from a handler's result to the bytes of a response. The head is formatted straight into the stream's
 * output; what rarely changes (the line of 200, the date) lies ready. Content-Length is ours where the body is complete
 * when it gets here, and the program's where it streams.
 */
#include "src/http/answer.h"

#include "src/base/object.h"
#include "src/http/json.h"
#include "zend_interfaces.h"

#include <time.h>

#define TEXT_TYPE "text/plain; charset=utf-8"
#define OK_LINE   "HTTP/1.1 200 OK\r\n"

/* Fixed parts of the longest head: status line, Date, Connection, Content-Length and the empty line. */
#define HEAD_ROOM 256

/*
 * Bodies up to this are copied behind the head and leave at the end of the tick; longer ones leave at once with their
 * head, uncopied. When more requests wait, one system call for their answers saves more than a longer copy costs.
 */
#define SMALL_BODY         4096
#define SMALL_AMONG_OTHERS 16384

/* A cursor into reserved output; the caller has reserved enough. */
static inline char *put(char *at, const char *text, size_t len)
{
	memcpy(at, text, len);
	return at + len;
}

#define PUT_TEXT(at, text) put(at, text, sizeof(text) - 1)

bool evloop_http_answer_from(evloop_http_answer *answer, zval *result)
{
	answer->response = NULL;
	answer->body = NULL;
	answer->source = NULL;
	answer->type = TEXT_TYPE;
	answer->lines = "";
	answer->status = 200;
	answer->streams = false;

	if (EXPECTED(Z_TYPE_P(result) == IS_STRING)) {
		answer->body = Z_STR_P(result);
		answer->streams = ZSTR_LEN(answer->body) > EVLOOP_HTTP_LARGE_BODY;
		return true;
	}

	if (Z_TYPE_P(result) == IS_OBJECT && Z_OBJCE_P(result) == evloop_ce_http_response) {
		answer->response = EVLOOP_FROM_OBJ(Z_OBJ_P(result), evloop_http_response);
		answer->status = answer->response->status;
		answer->streams = evloop_http_response_streams(answer->response);
		return true;
	}

	if (Z_TYPE_P(result) == IS_OBJECT && instanceof_function(Z_OBJCE_P(result), zend_ce_traversable)) {
		answer->source = Z_OBJ_P(result);
		answer->streams = true;
		return true;
	}

	if (Z_TYPE_P(result) == IS_ARRAY) {
		answer->body = evloop_http_json_encode(result);
		answer->type = "application/json";
	} else {
		zend_type_error("The handler of an Evloop\\Http\\Server must return "
						"Evloop\\Http\\Response|string|array|Traversable, %s returned",
			zend_zval_type_name(result));
	}

	zval_ptr_dtor(result);
	answer->streams = answer->body != NULL && ZSTR_LEN(answer->body) > EVLOOP_HTTP_LARGE_BODY;
	return answer->body != NULL;
}

void evloop_http_answer_status(evloop_http_answer *answer, uint16_t status, const char *lines)
{
	const char *text = evl_http1_status_text(status);

	answer->response = NULL;
	answer->source = NULL;
	answer->streams = false;
	answer->body = zend_strpprintf(0, "%d %s\n", status, text);
	answer->type = TEXT_TYPE;
	answer->lines = lines;
	answer->status = status;
}

void evloop_http_answer_free(evloop_http_answer *answer)
{
	if (answer->response != NULL) {
		OBJ_RELEASE(&answer->response->std);
	}

	if (answer->body != NULL) {
		zend_string_release(answer->body);
	}

	if (UNEXPECTED(answer->source != NULL)) {
		OBJ_RELEASE(answer->source);
	}
}

static bool status_is_bodiless(uint16_t status)
{
	return status == 204 || status == 205 || status == 304;
}

bool evloop_http_answer_is_bodiless(const evloop_http_answer *answer, bool head_only)
{
	return head_only || status_is_bodiless(answer->status);
}

zend_string *evloop_http_answer_body(const evloop_http_answer *answer)
{
	return answer->response != NULL ? answer->response->body : answer->body;
}

bool evloop_http_answer_length(const evloop_http_answer *answer, uint64_t *length)
{
	const evloop_http_response *response = answer->response;
	const zend_string *body = evloop_http_answer_body(answer);

	if (body != NULL) {
		*length = ZSTR_LEN(body);
		return true;
	}

	*length = response != NULL ? response->length : 0;
	return response != NULL && (response->flags & EVLOOP_HTTP_HAS_LENGTH);
}

/* "HTTP/1.1 404 Not Found". A status without a phrase keeps the space, as the grammar wants. */
static char *put_status(char *at, uint16_t status)
{
	const char *text;

	if (EXPECTED(status == 200)) {
		return PUT_TEXT(at, OK_LINE);
	}

	text = evl_http1_status_text(status);
	at = PUT_TEXT(at, "HTTP/1.1 ");
	at += evl_http1_write_decimal(at, status);
	*at++ = ' ';
	at = put(at, text, strlen(text));
	return PUT_TEXT(at, "\r\n");
}

/* time() reads no hardware clock: it is cheaper than keeping track of the second ourselves. */
static char *put_date(char *at, evloop_http_common *common)
{
	int64_t now = time(NULL);

	if (UNEXPECTED(now != common->second)) {
		evl_http1_write_date(common->date, now);
		common->second = now;
	}

	at = PUT_TEXT(at, "Date: ");
	at = put(at, common->date, EVL_HTTP1_DATE_SIZE);
	return PUT_TEXT(at, "\r\n");
}

static char *put_length(char *at, uint64_t length)
{
	at = PUT_TEXT(at, "Content-Length: ");
	at += evl_http1_write_decimal(at, length);
	return PUT_TEXT(at, "\r\n");
}

/* The two forms of an answer, seen as one. */
typedef struct answer_view {
	const char *lines;
	size_t lines_len;
	const char *type;
	const zend_string *body;
	size_t body_len;
	uint16_t status;
	bool streams;
	int flags;
} answer_view;

static void answer_look(answer_view *view, const evloop_http_answer *answer)
{
	const evloop_http_response *response = answer->response;

	if (response == NULL) {
		*view = (answer_view){.lines = answer->lines,
			.lines_len = strlen(answer->lines),
			.type = answer->type,
			.body = answer->body,
			.status = answer->status};
	} else {
		*view = (answer_view){
			.type = TEXT_TYPE, .body = response->body, .status = response->status, .flags = response->flags};

		if (response->lines != NULL) {
			view->lines = ZSTR_VAL(response->lines);
			view->lines_len = ZSTR_LEN(response->lines);
		}
	}

	view->streams = answer->streams;
	view->body_len = view->body != NULL ? ZSTR_LEN(view->body) : 0;
}

/*
 * RFC 9110 8.6: none with 204; with 304 and to HEAD what the program said, if the body is not there to be counted; of
 * a body that streams what the program said.
 */
static bool view_length(const answer_view *view, const evloop_http_response *response, bool head_only, uint64_t *length)
{
	bool said = response != NULL && (response->flags & EVLOOP_HTTP_HAS_LENGTH);

	if (view->status == 204) {
		return false;
	}

	if (view->status == 205) {
		*length = 0;
		return true;
	}

	if (said && view->body_len == 0 && (view->streams || view->status == 304 || head_only)) {
		*length = response->length;
		return true;
	}

	*length = view->body_len;
	return view->body_len > 0 || (!view->streams && view->status != 304);
}

/* All lines up to the empty one. */
static char *put_head(char *at, const answer_view *view, const evloop_http_response *response,
	evloop_http_framing framing, evloop_http_common *common)
{
	uint64_t length;

	at = put_status(at, view->status);
	at = view->flags & EVLOOP_HTTP_HAS_DATE ? at : put_date(at, common);

	if (common->server != NULL && !(view->flags & EVLOOP_HTTP_HAS_SERVER)) {
		at = put(at, ZSTR_VAL(common->server), ZSTR_LEN(common->server));
	}

	if ((view->body_len > 0 || view->streams) && !(view->flags & EVLOOP_HTTP_HAS_TYPE)) {
		at = PUT_TEXT(at, "Content-Type: ");
		at = put(at, view->type, strlen(view->type));
		at = PUT_TEXT(at, "\r\n");
	}

	if (view->lines_len > 0) {
		at = put(at, view->lines, view->lines_len);
	}

	if (EXPECTED(view_length(view, response, framing.head_only, &length))) {
		at = put_length(at, length);
	} else if (framing.chunked) {
		at = PUT_TEXT(at, "Transfer-Encoding: chunked\r\n");
	}

	if (UNEXPECTED(framing.close)) {
		at = PUT_TEXT(at, "Connection: close\r\n");
	} else if (UNEXPECTED(framing.old)) {
		at = PUT_TEXT(at, "Connection: keep-alive\r\n");
	}

	return PUT_TEXT(at, "\r\n");
}

int evloop_http_answer_write(
	const evloop_http_answer *answer, evl_stream *stream, evloop_http_framing framing, evloop_http_common *common)
{
	answer_view view;
	bool sends_body, small;
	char *start, *at;
	size_t room;

	answer_look(&view, answer);
	sends_body = view.body_len > 0 && !view.streams && !framing.head_only && !status_is_bodiless(view.status);
	small = sends_body && view.body_len <= (stream->in.length > 0 ? SMALL_AMONG_OTHERS : SMALL_BODY);
	room = HEAD_ROOM + strlen(view.type) + view.lines_len + (small ? view.body_len : 0);
	room += common->server != NULL ? ZSTR_LEN(common->server) : 0;
	start = evl_stream_reserve(stream, room);

	if (UNEXPECTED(start == NULL)) {
		return stream->write_status != 0 ? stream->write_status : UV_ENOMEM;
	}

	at = put_head(start, &view, answer->response, framing, common);
	at = small ? put(at, ZSTR_VAL(view.body), view.body_len) : at;
	ZEND_ASSERT((size_t) (at - start) <= room);
	evl_stream_commit(stream, (size_t) (at - start));
	return sends_body && !small ? evl_stream_write_at_once(stream, ZSTR_VAL(view.body), view.body_len) : 0;
}
