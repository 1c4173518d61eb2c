/* SPDX-License-Identifier: MIT */
/*
 * select(). If arms are ready, one of them is picked by chance and done, and that is all. Else the caller takes a place in the queue of
 * each channel and puts a reaction on each promise: many places, one wait. Whoever serves it first makes it leave all others
 * (`served`), so that no other channel hands it anything, and no promise takes its rejection for looked at.
 *
 * The array of arms is held on the C stack and shown to the collector as the subjects of the wait. PHP's thread only.
 */
#include "src/coroutine/select.h"

#include "src/base/error.h"
#include "src/coroutine/arm.h"
#include "src/coroutine/await.h"
#include "src/coroutine/wait_queue.h"
#include "zend_exceptions.h"

/* Contenders that fit into the C stack. */
#define FEW 8

/* An arm and its key, both in the array. */
typedef struct keyed_arm {
	zend_ulong index;
	zend_string *name; /* NULL: the index counts */
	zval *value;
} keyed_arm;

/* An arm of a select() that waits: it stands in a queue of a channel, or reacts to a promise. */
typedef struct contender {
	evloop_channel_waiter waiter;
	evloop_reaction reaction;
	struct selection *selection;
	keyed_arm arm;
	bool settled;
} contender;

typedef struct selection {
	evloop_wait wait;
	contender *contenders;
	uint32_t count;
} selection;

static evloop_arm *arm_of(zval *arm)
{
	return Z_OBJCE_P(arm) == evloop_ce_arm ? evloop_arm_from_obj(Z_OBJ_P(arm)) : NULL;
}

static evloop_promise *promise_of(zval *arm)
{
	return evloop_promise_from_obj(Z_OBJ_P(arm));
}

/* Whether it is an arm as it stands, 1; one that has to be prepared, 0; or none, -1. */
static int judge(zval *arm)
{
	zval *value = arm;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_OBJECT) {
		return -1;
	}
	if (Z_OBJCE_P(value) == evloop_ce_arm) {
		return evloop_arm_from_obj(Z_OBJ_P(value))->channel == NULL ? -1 : value == arm;
	}
	if (instanceof_function(Z_OBJCE_P(value), evloop_ce_promise)) {
		return value == arm;
	}
	return evloop_promise_is_thenable(Z_OBJ_P(value)) ? 0 : -1;
}

static ZEND_COLD void throw_no_arm(zend_ulong index, zend_string *name, zval *arm)
{
	ZVAL_DEREF(arm);
	if (name != NULL) {
		zend_argument_type_error(1,
			"must have arms of channels, promises and objects with a then() method, %s given for \"%s\"",
			zend_zval_type_name(arm), ZSTR_VAL(name));
	} else {
		zend_argument_type_error(1,
			"must have arms of channels, promises and objects with a then() method, %s given for " ZEND_LONG_FMT,
			zend_zval_type_name(arm), (zend_long) index);
	}
}

/* An arm that nobody else can write to: no reference, and a promise for a foreign thenable. False with an exception thrown. */
static bool copy_arm(zval *own, zval *arm)
{
	evloop_promise *promise;

	ZVAL_COPY_DEREF(own, arm);
	if (judge(own) > 0) {
		return true;
	}
	promise = evloop_promise_for(own);
	zval_ptr_dtor(own);
	if (promise != NULL) {
		ZVAL_OBJ(own, &promise->std);
	}
	return promise != NULL;
}

/* NULL: an exception is thrown. */
static zend_array *prepare(zend_array *arms)
{
	zend_array *prepared = zend_new_array(zend_hash_num_elements(arms));
	zend_ulong index;
	zend_string *name;
	zval *arm;

	ZEND_HASH_FOREACH_KEY_VAL (arms, index, name, arm) {
		zval own;

		if (!copy_arm(&own, arm)) {
			zend_array_release(prepared);
			return NULL;
		}
		if (name != NULL) {
			zend_hash_add_new(prepared, name, &own);
		} else {
			zend_hash_index_add_new(prepared, index, &own);
		}
	}
	ZEND_HASH_FOREACH_END();
	return prepared;
}

/* Check all arms, before anything is done. False with an exception thrown; else `arms` may be another array. */
static bool check(zend_array **arms)
{
	zend_array *given = *arms;
	bool ready_made = true;
	zend_ulong index;
	zend_string *name;
	zval *arm;

	if (zend_hash_num_elements(given) == 0) {
		zend_argument_value_error(1, "must not be empty");
		return false;
	}
	ZEND_HASH_FOREACH_KEY_VAL (given, index, name, arm) {
		int judgement = judge(arm);

		if (UNEXPECTED(judgement < 0)) {
			throw_no_arm(index, name, arm);
			return false;
		}
		ready_made = ready_made && judgement > 0;
	}
	ZEND_HASH_FOREACH_END();
	if (UNEXPECTED(!ready_made)) {
		zend_array *prepared = prepare(given);

		if (prepared == NULL) {
			return false;
		}
		*arms = prepared;
		zend_array_release(given);
	}
	return true;
}

static bool is_ready(zval *value)
{
	evloop_arm *arm = arm_of(value);

	if (arm == NULL) {
		return !evloop_promise_is_pending(promise_of(value));
	}
	return evloop_arm_sends(arm) ? evloop_channel_can_send(arm->channel) : evloop_channel_can_receive(arm->channel);
}

/* A number below `limit`, each as likely as the others (xorshift64*, and the high bits of it). */
static uint32_t random_below(uint32_t limit)
{
	uint64_t state = EVLOOP_G(random);

	if (UNEXPECTED(state == 0)) {
		state = evl_loop_now() | 1;
	}
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	EVLOOP_G(random) = state;
	return (uint32_t) (((state * UINT64_C(0x2545F4914F6CDD1D)) >> 32) * limit >> 32);
}

/* One of those that are ready: the n-th that is found replaces the earlier ones in one of n cases. False: none is. */
static bool pick_ready(zend_array *arms, keyed_arm *picked)
{
	uint32_t ready = 0;
	zend_ulong index;
	zend_string *name;
	zval *arm;

	ZEND_HASH_FOREACH_KEY_VAL (arms, index, name, arm) {
		if (is_ready(arm) && (++ready == 1 || random_below(ready) == 0)) {
			*picked = (keyed_arm){index, name, arm};
		}
	}
	ZEND_HASH_FOREACH_END();
	return ready > 0;
}

/* Do what a ready arm says. False with an exception thrown. */
static bool perform(zval *value, zval *result)
{
	evloop_arm *arm = arm_of(value);

	if (arm == NULL) {
		GC_ADDREF(Z_OBJ_P(value));
		return evloop_await(promise_of(value), -1.0, NULL, result);
	}
	if (evloop_arm_sends(arm)) {
		zval sent;

		ZVAL_COPY(&sent, &arm->value);
		if (evloop_channel_offer(arm->channel, &sent)) {
			return true;
		}
		zval_ptr_dtor(&sent);
	} else if (evloop_channel_take(arm->channel, result)) {
		return true;
	}
	evloop_channel_throw_closed(arm->channel, "select");
	return false;
}

static void leave_all(selection *self)
{
	for (uint32_t i = 0; i < self->count; i++) {
		contender *one = &self->contenders[i];

		evloop_place_leave(&one->waiter.place);
		if (evl_list_is_linked(&one->reaction.link)) {
			evl_list_remove(&one->reaction.link);
			evloop_wait_unshare(&self->wait);
		}
	}
}

static void on_served(evloop_wait *wait)
{
	leave_all(EVL_CONTAINER_OF(wait, selection, wait));
}

static void on_settled(evloop_reaction *reaction, evloop_promise *promise)
{
	contender *self = EVL_CONTAINER_OF(reaction, contender, reaction);
	selection *all = self->selection;

	self->settled = true;
	evloop_wait_unshare(&all->wait);
	if (evloop_wait_is_open(&all->wait)) {
		leave_all(all);
		evloop_wait_wake(&all->wait);
	}
}

static void reaction_gc(evloop_reaction *reaction, zend_get_gc_buffer *buffer)
{
	evloop_wait_gc(&EVL_CONTAINER_OF(reaction, contender, reaction)->selection->wait, buffer);
}

static void on_abandoned(evloop_reaction *reaction)
{
	/* Only after a fatal error, when the waiter never goes on: else it holds the promise. */
}

static const evloop_reaction_ops reaction_ops = {on_settled, reaction_gc, on_abandoned, NULL};

static void enter(selection *self, contender *one, keyed_arm keyed)
{
	evloop_arm *arm = arm_of(keyed.value);

	memset(one, 0, sizeof(*one));
	one->arm = keyed;
	one->selection = self;
	ZVAL_UNDEF(&one->waiter.value);
	if (arm == NULL) {
		one->reaction.ops = &reaction_ops;
		evloop_wait_share(&self->wait);
		evloop_promise_react(promise_of(keyed.value), &one->reaction);
	} else if (evloop_arm_sends(arm)) {
		ZVAL_COPY(&one->waiter.value, &arm->value);
		evloop_place_enter(&one->waiter.place, &arm->channel->senders, &self->wait);
	} else {
		evloop_place_enter(&one->waiter.place, &arm->channel->receivers, &self->wait);
	}
}

static void enter_all(selection *self, zend_array *arms)
{
	zend_ulong index;
	zend_string *name;
	zval *arm;

	ZEND_HASH_FOREACH_KEY_VAL (arms, index, name, arm) {
		enter(self, &self->contenders[self->count++], (keyed_arm){index, name, arm});
	}
	ZEND_HASH_FOREACH_END();
}

/* Who was served; NULL: nobody. */
static contender *winner_of(selection *self)
{
	for (uint32_t i = 0; i < self->count; i++) {
		if (self->contenders[i].settled || self->contenders[i].waiter.fate != EVLOOP_CHANNEL_WAITS) {
			return &self->contenders[i];
		}
	}
	return NULL;
}

/* What the winner has, moved. False with an exception thrown. */
static bool collect(contender *winner, zval *result)
{
	evloop_arm *arm = arm_of(winner->arm.value);

	if (winner->settled) {
		return perform(winner->arm.value, result);
	}
	if (winner->waiter.fate == EVLOOP_CHANNEL_CLOSED) {
		evloop_channel_throw_closed(arm->channel, "select");
		return false;
	}
	if (!evloop_arm_sends(arm)) {
		ZVAL_COPY_VALUE(result, &winner->waiter.value);
	}
	return true;
}

/* What the places still own: values that were not sent; one that was received goes back if it could not be collected. */
static void clean_up(selection *self, bool collected)
{
	for (uint32_t i = 0; i < self->count; i++) {
		contender *one = &self->contenders[i];
		evloop_arm *arm = arm_of(one->arm.value);
		bool served = one->waiter.fate == EVLOOP_CHANNEL_SERVED;

		if (arm == NULL) {
			continue;
		}
		if (evloop_arm_sends(arm)) {
			if (!served) {
				zval_ptr_dtor(&one->waiter.value);
			}
		} else if (served && !collected) {
			evloop_channel_give_back(arm->channel, &one->waiter.value);
		}
	}
}

/* Nothing is ready. False with an exception thrown; else what was chosen, and its value. */
static bool wait_for_one(zend_array *arms, double timeout, keyed_arm *chosen, zval *result)
{
	contender few[FEW];
	uint32_t count = zend_hash_num_elements(arms);
	selection self;
	contender *winner;
	evloop_waited waited;
	bool collected = false;

	if (!evloop_wait_begin(&self.wait, "select", NULL)) {
		return false;
	}
	self.wait.timed.park.subjects = arms;
	self.wait.served = on_served;
	self.contenders = count <= FEW ? few : safe_emalloc(count, sizeof(contender), 0);
	self.count = 0;
	enter_all(&self, arms);
	waited = evloop_wait_park(&self.wait, timeout);
	leave_all(&self);

	winner = winner_of(&self);
	if (waited == EVLOOP_WAITED_THROWN) {
		/* Whatever it throws: it goes on. */
	} else if (winner != NULL) {
		*chosen = winner->arm;
		collected = collect(winner, result);
	} else {
		zend_throw_exception_ex(
			evloop_ce_timeout_exception, 0, "select(): nothing could be done within %g seconds", timeout);
	}
	clean_up(&self, collected);
	if (self.contenders != few) {
		efree(self.contenders);
	}
	return collected;
}

/* A reference to the array is taken over. `result` becomes [key, value], unless an exception is thrown. */
static void select_one(zend_array *arms, double timeout, zval *result)
{
	keyed_arm chosen;
	zval key;
	zval value;

	ZVAL_NULL(&value);
	if (check(&arms) &&
		(pick_ready(arms, &chosen) ? perform(chosen.value, &value) : wait_for_one(arms, timeout, &chosen, &value))) {
		if (chosen.name != NULL) {
			ZVAL_STR_COPY(&key, chosen.name);
		} else {
			ZVAL_LONG(&key, (zend_long) chosen.index);
		}
		ZVAL_ARR(result, zend_new_pair(&key, &value));
	}
	zend_array_release(arms);
}

PHP_FUNCTION(Evloop_select)
{
	zval *arms;
	double timeout = 0.0;
	bool no_timeout = true;
	zend_array *own;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY(arms)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!evloop_wait_timeout(&timeout, no_timeout, 2)) {
		RETURN_THROWS();
	}
	/* Taken out of our frame: the collector does not look into frames of internal functions. */
	own = Z_ARR_P(arms);
	ZVAL_EMPTY_ARRAY(arms);
	select_one(own, timeout, return_value);
}
