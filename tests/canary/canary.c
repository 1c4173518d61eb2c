/* SPDX-License-Identifier: MIT */
/*
 * Planted faults, one of each kind, to see that the lanes see them: `./dev canaries`. That verb builds the extension with this file in
 * the place of evloop.c, which is included here; no other build has it. Evloop\canary("name") commits the fault of that name once.
 */
#include "evloop_module.inc"

#include "src/base/pin.h"
#include "src/base/runtime.h"
#include "src/core/mem.h"
#include "src/coroutine/scheduler.h"
#include "src/reactor/req.h"

/* Kept from the optimiser, which would see through each of them. */
static void *volatile sink;
static volatile int number;

static void use_after_free(void)
{
	char *block = evl_malloc(16);

	block[3] = 1;
	sink = block;
	evl_free(block);
	number = ((volatile char *) sink)[3];
}

static void overflow(void)
{
	char *block = evl_malloc(16);

	sink = block;
	((volatile char *) sink)[16] = 1;
	evl_free(block);
}

static void leak_malloc(void)
{
	sink = malloc(100);
	sink = NULL;
}

static void leak_evl_malloc(void)
{
	sink = evl_malloc(100);
	sink = NULL;
}

static void leak_emalloc(void)
{
	sink = emalloc(100);
	sink = NULL;
}

static void handle_not_closed(void)
{
	uv_idle_t *idle = calloc(1, sizeof(*idle));

	uv_idle_init(&evloop_runtime_get()->loop.uv, idle);
	sink = idle;
}

static void handle_freed_early(void)
{
	uv_idle_t *idle = calloc(1, sizeof(*idle));

	uv_idle_init(&evloop_runtime_get()->loop.uv, idle);
	evl_handle_close_bare((uv_handle_t *) idle);
	free(idle);
}

/* Both by a function of PHP's own: our code touches nothing that is gone. */
static void double_release(void)
{
	zval array;

	array_init(&array);
	add_next_index_long(&array, 1);
	for (int i = 0; i < 2; i++) {
		zval copy = array;

		zval_ptr_dtor(&copy);
	}
}

static void uninitialised(void)
{
	int *block = malloc(16 * sizeof(int));

	sink = block;
	if (((volatile int *) sink)[5] > 7) {
		number = 1;
	}
	free(block);
}

static void undefined(void)
{
	number = INT_MAX;
	number = number + 1;
}

static void stack_not_freed(void)
{
	evloop_stack *stack = evloop_stack_new(&evloop_runtime_get()->scheduler->fibers);

	evl_list_remove(&stack->link);
	evl_list_init(&stack->link);
}

static void pin_not_dropped(void)
{
	static evloop_pin pin;
	zval object;

	object_init(&object);
	evloop_pin_set(&pin, evloop_runtime_get(), Z_OBJ(object));
	evl_list_remove(&pin.link);
	zval_ptr_dtor(&object);
}

static void request_not_ended(void)
{
	static evl_request request;
	static uv_work_t work;

	evl_request_open(&request, &evloop_runtime_get()->loop, (uv_req_t *) &work, &request, NULL);
}

static void broken_count(void)
{
	evloop_runtime_get()->loop.handles_opened++;
}

/* Only when memory is out. */
static void unchecked_malloc(void)
{
	int *block = malloc(sizeof(int));

	sink = block;
	*(volatile int *) sink = 1;
	free(block);
}

/* Only when the one that comes after prepare() in the ready queue goes first. */
static int *prepared;

static void prepare(void)
{
	static int here;

	prepared = &here;
}

static void order(void)
{
	number = *(volatile int *) prepared;
}

/* What it returns is not what its arginfo says: see canary() below. */
static void wrong_arginfo(void)
{
}

static const struct {
	const char *name;
	void (*commit)(void);
} faults[] = {
	{"use_after_free", use_after_free},
	{"overflow", overflow},
	{"leak_malloc", leak_malloc},
	{"leak_evl_malloc", leak_evl_malloc},
	{"leak_emalloc", leak_emalloc},
	{"handle_not_closed", handle_not_closed},
	{"handle_freed_early", handle_freed_early},
	{"double_release", double_release},
	{"uninitialised", uninitialised},
	{"undefined", undefined},
	{"wrong_arginfo", wrong_arginfo},
	{"stack_not_freed", stack_not_freed},
	{"pin_not_dropped", pin_not_dropped},
	{"request_not_ended", request_not_ended},
	{"broken_count", broken_count},
	{"unchecked_malloc", unchecked_malloc},
	{"prepare", prepare},
	{"order", order},
};

/* clang-format off */
ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_canary, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()
/* clang-format on */

static ZEND_FUNCTION(canary)
{
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		if (zend_string_equals_cstr(name, faults[i].name, strlen(faults[i].name))) {
			faults[i].commit();
			if (faults[i].commit == wrong_arginfo) {
				RETURN_TRUE;
			}
			RETURN_LONG(1);
		}
	}
	/* "none": what a lane must not see. */
	RETURN_LONG(0);
}

/* clang-format off */
static const zend_function_entry canary_functions[] = {
	ZEND_NS_NAMED_FE("Evloop", canary, ZEND_FN(canary), arginfo_canary)
	ZEND_FE_END
};
/* clang-format on */

__attribute__((constructor)) static void plant(void)
{
	evloop_module_entry.functions = canary_functions;
}
