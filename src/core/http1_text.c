/* SPDX-License-Identifier: MIT */
/*
 * http1_text.c: the texts around HTTP/1: validators for names, values and hosts, status phrases, dates and numbers.
 * Pure functions without locale, memory or state; any thread may call them.
 */
#include "src/core/http1_field.h"

#include <string.h>

#define DAY         INT64_C(86400)
#define LAST_SECOND INT64_C(253402300799) /* 9999-12-31 23:59:59 */

bool evl_http1_same(const char *text, size_t len, const char *lower, size_t lower_len)
{
	if (len != lower_len) {
		return false;
	}

	/*
	 * With the bit that makes letters lower-case only a control character could pass for a hyphen or a digit; none
	 * gets here.
	 */
	for (size_t i = 0; i < len; i++) {
		if ((text[i] | 0x20) != lower[i]) {
			return false;
		}
	}

	return true;
}

static bool text_is(const char *text, size_t len, int bits)
{
	for (size_t i = 0; i < len; i++) {
		if (!evl_http1_byte_is(text[i], bits)) {
			return false;
		}
	}

	return true;
}

bool evl_http1_is_token(const char *text, size_t len)
{
	return len > 0 && text_is(text, len, EVL_HTTP1_BYTE_TOKEN);
}

bool evl_http1_is_field_value(const char *text, size_t len)
{
	return text_is(text, len, EVL_HTTP1_BYTE_VALUE);
}

static bool host_is_port(const char *text, size_t len)
{
	uint32_t port = 0;

	if (len > 5) {
		return false;
	}

	for (size_t i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9') {
			return false;
		}

		port = port * 10 + (uint32_t) (text[i] - '0');
	}

	return port <= 65535;
}

static bool host_is_ipv4(const char *text, size_t len)
{
	int parts = 0, digits = 0, value = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '.') {
			if (digits == 0 || ++parts > 3) {
				return false;
			}

			digits = value = 0;
			continue;
		}

		if (text[i] < '0' || text[i] > '9' || (digits > 0 && value == 0)) {
			return false;
		}

		value = value * 10 + (text[i] - '0');
		digits++;

		if (value > 255) {
			return false;
		}
	}

	return parts == 3 && digits > 0;
}

/*
 * The text between the brackets: up to eight groups of hex digits, one gap "::", an IPv4 address as the last two
 * groups.
 */
static bool host_is_ipv6(const char *text, size_t len)
{
	size_t at = 0, start;
	int groups = 0;
	bool gap = false;

	if (len >= 2 && text[0] == ':' && text[1] == ':') {
		gap = true;
		at = 2;
	}

	while (at < len) {
		for (start = at; at < len && evl_http1_byte_is(text[at], EVL_HTTP1_BYTE_HEX);) {
			at++;
		}

		if (at < len && text[at] == '.') {
			groups += 2;
			return host_is_ipv4(text + start, len - start) && (gap ? groups < 8 : groups == 8);
		}

		if (at == start || at - start > 4 || ++groups > 8) {
			return false;
		}

		if (at == len) {
			break;
		}

		if (text[at++] != ':' || at == len) {
			return false;
		}

		if (text[at] == ':') {
			if (gap) {
				return false;
			}

			gap = true;
			at++;
		}
	}

	return gap ? groups < 8 : groups == 8;
}

static size_t host_name_length(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		if (evl_http1_byte_is(text[at], EVL_HTTP1_BYTE_HOST)) {
			at++;
		} else if (text[at] == '%' && len - at > 2 && text_is(text + at + 1, 2, EVL_HTTP1_BYTE_HEX)) {
			at += 3;
		} else {
			break;
		}
	}

	return at;
}

bool evl_http1_is_host(const char *text, size_t len)
{
	const char *bracket;
	size_t at;

	if (len > 0 && text[0] == '[') {
		bracket = memchr(text, ']', len);

		if (bracket == NULL || !host_is_ipv6(text + 1, (size_t) (bracket - text) - 1)) {
			return false;
		}

		at = (size_t) (bracket - text) + 1;
	} else {
		at = host_name_length(text, len);

		if (at == 0) {
			return false;
		}
	}

	return at == len || (text[at] == ':' && host_is_port(text + at + 1, len - at - 1));
}

const char *evl_http1_status_text(int status)
{
	static const struct {
		uint16_t status;
		const char *text;
	} texts[] = {
		{100, "Continue"},
		{101, "Switching Protocols"},
		{102, "Processing"},
		{103, "Early Hints"},
		{200, "OK"},
		{201, "Created"},
		{202, "Accepted"},
		{203, "Non-Authoritative Information"},
		{204, "No Content"},
		{205, "Reset Content"},
		{206, "Partial Content"},
		{207, "Multi-Status"},
		{208, "Already Reported"},
		{226, "IM Used"},
		{300, "Multiple Choices"},
		{301, "Moved Permanently"},
		{302, "Found"},
		{303, "See Other"},
		{304, "Not Modified"},
		{305, "Use Proxy"},
		{307, "Temporary Redirect"},
		{308, "Permanent Redirect"},
		{400, "Bad Request"},
		{401, "Unauthorized"},
		{402, "Payment Required"},
		{403, "Forbidden"},
		{404, "Not Found"},
		{405, "Method Not Allowed"},
		{406, "Not Acceptable"},
		{407, "Proxy Authentication Required"},
		{408, "Request Timeout"},
		{409, "Conflict"},
		{410, "Gone"},
		{411, "Length Required"},
		{412, "Precondition Failed"},
		{413, "Content Too Large"},
		{414, "URI Too Long"},
		{415, "Unsupported Media Type"},
		{416, "Range Not Satisfiable"},
		{417, "Expectation Failed"},
		{418, "I'm a teapot"},
		{421, "Misdirected Request"},
		{422, "Unprocessable Content"},
		{423, "Locked"},
		{424, "Failed Dependency"},
		{425, "Too Early"},
		{426, "Upgrade Required"},
		{428, "Precondition Required"},
		{429, "Too Many Requests"},
		{431, "Request Header Fields Too Large"},
		{451, "Unavailable For Legal Reasons"},
		{500, "Internal Server Error"},
		{501, "Not Implemented"},
		{502, "Bad Gateway"},
		{503, "Service Unavailable"},
		{504, "Gateway Timeout"},
		{505, "HTTP Version Not Supported"},
		{506, "Variant Also Negotiates"},
		{507, "Insufficient Storage"},
		{508, "Loop Detected"},
		{510, "Not Extended"},
		{511, "Network Authentication Required"},
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (texts[i].status == status) {
			return texts[i].text;
		}
	}

	return "";
}

static void text_two_digits(char *out, unsigned value)
{
	out[0] = (char) ('0' + value / 10 % 10);
	out[1] = (char) ('0' + value % 10);
}

/*
 * Days since 1970 to year, month and day: the proleptic Gregorian calendar in eras of 400 years that begin on 1
 * March.
 */
static void date_split(int64_t days, unsigned *year, unsigned *month, unsigned *day)
{
	unsigned era, of_era, year_of_era, of_year, month_from_march;

	days += 719468; /* from 0000-03-01 */
	era = (unsigned) (days / 146097);
	of_era = (unsigned) (days % 146097);
	year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	month_from_march = (5 * of_year + 2) / 153;

	*day = of_year - (153 * month_from_march + 2) / 5 + 1;
	*month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
	*year = year_of_era + era * 400 + (*month <= 2);
}

void evl_http1_write_date(char *out, int64_t seconds)
{
	static const char days[] = "ThuFriSatSunMonTueWed", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	unsigned year, month, day, second;

	seconds = seconds < 0 ? 0 : (seconds > LAST_SECOND ? LAST_SECOND : seconds);
	second = (unsigned) (seconds % DAY);
	date_split(seconds / DAY, &year, &month, &day);

	memcpy(out, "Thu, 01 Jan 1970 00:00:00 GMT", EVL_HTTP1_DATE_SIZE);
	memcpy(out, days + seconds / DAY % 7 * 3, 3);
	text_two_digits(out + 5, day);
	memcpy(out + 8, months + (month - 1) * 3, 3);
	text_two_digits(out + 12, year / 100);
	text_two_digits(out + 14, year % 100);
	text_two_digits(out + 17, second / 3600);
	text_two_digits(out + 20, second / 60 % 60);
	text_two_digits(out + 23, second % 60);
}

size_t evl_http1_write_decimal(char *out, uint64_t value)
{
	char digits[EVL_HTTP1_DECIMAL_SIZE];
	size_t at = sizeof(digits);

	while (value >= 100) {
		at -= 2;
		text_two_digits(digits + at, (unsigned) (value % 100));
		value /= 100;
	}

	if (value >= 10) {
		at -= 2;
		text_two_digits(digits + at, (unsigned) value);
	} else {
		digits[--at] = (char) ('0' + value);
	}

	memcpy(out, digits + at, sizeof(digits) - at);
	return sizeof(digits) - at;
}

size_t evl_http1_write_hex(char *out, uint64_t value)
{
	size_t len = 1;

	while (len < 16 && value >> (4 * len)) {
		len++;
	}

	for (size_t i = 0; i < len; i++) {
		out[i] = "0123456789abcdef"[value >> (4 * (len - 1 - i)) & 15];
	}

	return len;
}
