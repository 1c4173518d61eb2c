/* SPDX-License-Identifier: MIT */
/*
 * The unit tests' framework. A test registers itself before main() runs:
 *
 *   TEST(list_push_keeps_order) { CHECK_EQ(list_length(&list), 2); }
 *
 * A check that fails prints both sides and ends the test. Each test runs in a child process of its own, with a time
 * limit, and must give back the memory (evl_mem_balance) and the descriptors it took.
 */
#ifndef EVLOOP_TESTS_UNIT_TEST_H
#define EVLOOP_TESTS_UNIT_TEST_H

#include <string.h>

typedef struct test_case {
	const char *name;
	const char *file;
	void (*run)(void);
	struct test_case *next;
} test_case;

void test_register(test_case *test);
_Noreturn void test_fail(const char *file, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));

#define TEST(test_name)                                                                                                \
	static void test_##test_name(void);                                                                                \
	static test_case test_case_##test_name = {#test_name, __FILE__, test_##test_name, NULL};                           \
	__attribute__((constructor)) static void test_register_##test_name(void)                                           \
	{                                                                                                                  \
		test_register(&test_case_##test_name);                                                                         \
	}                                                                                                                  \
	static void test_##test_name(void)

#define CHECK(condition)                                                                                               \
	do {                                                                                                               \
		if (!(condition)) {                                                                                            \
			test_fail(__FILE__, __LINE__, "%s", #condition);                                                           \
		}                                                                                                              \
	} while (0)

/* Whole numbers of any type. */
#define CHECK_EQ(left, right)                                                                                          \
	do {                                                                                                               \
		long long left_ = (long long) (left), right_ = (long long) (right);                                            \
		if (left_ != right_) {                                                                                         \
			test_fail(__FILE__, __LINE__, "%s == %s: %lld, not %lld", #left, #right, left_, right_);                   \
		}                                                                                                              \
	} while (0)

#define CHECK_STR(left, right)                                                                                         \
	do {                                                                                                               \
		const char *left_ = (left), *right_ = (right);                                                                 \
		if (strcmp(left_, right_) != 0) {                                                                              \
			test_fail(__FILE__, __LINE__, "%s == %s: \"%s\", not \"%s\"", #left, #right, left_, right_);               \
		}                                                                                                              \
	} while (0)

#define CHECK_PTR(left, right)                                                                                         \
	do {                                                                                                               \
		const void *left_ = (left), *right_ = (right);                                                                 \
		if (left_ != right_) {                                                                                         \
			test_fail(__FILE__, __LINE__, "%s == %s: %p, not %p", #left, #right, left_, right_);                       \
		}                                                                                                              \
	} while (0)

/* Bytes: the same length and the same content. */
#define CHECK_MEM(left, left_length, right, right_length)                                                              \
	do {                                                                                                               \
		CHECK_EQ(left_length, right_length);                                                                           \
		if ((right_length) && memcmp((left), (right), (size_t) (right_length)) != 0) {                                 \
			test_fail(__FILE__, __LINE__, "%s and %s differ", #left, #right);                                          \
		}                                                                                                              \
	} while (0)

#endif
