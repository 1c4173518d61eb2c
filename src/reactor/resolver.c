/* SPDX-License-Identifier: MIT */
/*
 * See resolver.h. Owns the threads, the queue they take questions from, and a question that is dropped while a thread works
 * on it. One lock guards all that, and what more than one thread looks at of a question: state, link, resolver. A thread
 * looks at nothing else of a loop than its resolver, and only under the lock, which who closes a resolver has taken to drop
 * its questions. Any thread.
 */
#include "src/reactor/resolver.h"

#include "src/core/mem.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

/* Address space: what modules of the name service may need, and not the 8 MB that are usual. */
#define STACK (1024 * 1024)
/* So long an idle thread waits for the next question. */
#define IDLE_NS UINT64_C(10000000000)
/* A look-up that takes longer waits for a name server. */
#define BUSY_NS UINT64_C(250000000)

typedef enum question_state {
	QUEUED,
	RUNNING,
	DROPPED, /* while it was running: the thread frees it */
	ANSWERED,
} question_state;

static struct {
	uv_once_t once;
	uv_mutex_t lock;
	uv_cond_t asked;
	uv_cond_t ended; /* while somebody forks: a thread with its question */
	evl_list queue;  /* evl_question.link, as in the next one */
	evl_list running;
	uint32_t queued;
	uint32_t idle;
	uint32_t threads;
	uint32_t forks;      /* under way; no question is begun */
	uint32_t generation; /* how often the process that this one comes from was forked */
	int status;          /* of set_up() */
} resolvers = {.once = UV_ONCE_INIT};

/* The code that a hanging thread returns to stays, even when PHP unloads this library at its end. */
static void pin_library(void)
{
#ifdef RTLD_NODELETE
	Dl_info here;

	if (dladdr(&resolvers, &here) != 0 && here.dli_fname != NULL) {
		void *library = dlopen(here.dli_fname, RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE);

		if (library != NULL) {
			(void) dlclose(library);
		}
	}
#endif
}

/* Under the lock. 0: the thread that began last has ended, or waits for a name server. */
static uint64_t busy_for(void)
{
	uint64_t until, now;

	if (evl_list_is_empty(&resolvers.running)) {
		return 0;
	}
	until = EVL_CONTAINER_OF(resolvers.running.prev, evl_question, link)->begun + BUSY_NS;
	now = uv_hrtime();
	return until > now ? until - now : 0;
}

/*
 * A lock of the C library that a thread holds is held for ever in the child: glibc has one around its look at the
 * machine's addresses, with which a look-up begins. So none begins now, and what has just begun is waited for.
 */
static void before_fork(void)
{
	uint64_t left;

	uv_mutex_lock(&resolvers.lock);
	resolvers.forks++;
	while ((left = busy_for()) > 0) {
		(void) uv_cond_timedwait(&resolvers.ended, &resolvers.lock, left);
	}
}

static void after_fork(void)
{
	if (--resolvers.forks == 0) {
		uv_cond_broadcast(&resolvers.asked);
	}
	uv_mutex_unlock(&resolvers.lock);
}

static int make_locks(void)
{
	int status = uv_mutex_init(&resolvers.lock);

	if (status != 0) {
		return status;
	}
	status = uv_cond_init(&resolvers.asked);
	if (status != 0) {
		goto no_asked;
	}
	status = uv_cond_init(&resolvers.ended);
	if (status != 0) {
		goto no_ended;
	}
	return 0;

no_ended:
	uv_cond_destroy(&resolvers.asked);
no_asked:
	uv_mutex_destroy(&resolvers.lock);
	return status;
}

/* The child has none of the threads, and its copies of the questions are told from its own by their generation. */
static void forked(void)
{
	evl_list *link;

	while ((link = evl_list_shift(&resolvers.running)) != NULL) {
		evl_question *question = EVL_CONTAINER_OF(link, evl_question, link);

		if (question->state == DROPPED) {
			free(question);
		}
	}
	evl_list_init(&resolvers.queue);
	resolvers.queued = resolvers.idle = resolvers.threads = resolvers.forks = 0;
	resolvers.generation++;
	resolvers.status = make_locks();
}

static void set_up(void)
{
	pin_library();
	evl_list_init(&resolvers.queue);
	evl_list_init(&resolvers.running);
	resolvers.status = make_locks();
	if (resolvers.status == 0 && pthread_atfork(before_fork, after_fork, forked) != 0) {
		resolvers.status = UV_ENOMEM;
	}
}

static int status_of(int error)
{
	switch (error) {
	case 0: return 0;
	case EAI_AGAIN: return UV_EAI_AGAIN;
	case EAI_BADFLAGS: return UV_EAI_BADFLAGS;
	case EAI_FAIL: return UV_EAI_FAIL;
	case EAI_FAMILY: return UV_EAI_FAMILY;
	case EAI_MEMORY: return UV_EAI_MEMORY;
	case EAI_NONAME: return UV_EAI_NONAME;
	case EAI_OVERFLOW: return UV_EAI_OVERFLOW;
	case EAI_SERVICE: return UV_EAI_SERVICE;
	case EAI_SOCKTYPE: return UV_EAI_SOCKTYPE;
	case EAI_SYSTEM: return errno != 0 ? -errno : UV_EAI_FAIL;
#ifdef EAI_NODATA
	case EAI_NODATA: return UV_EAI_NODATA;
#endif
#ifdef EAI_ADDRFAMILY
	case EAI_ADDRFAMILY: return UV_EAI_ADDRFAMILY;
#endif
	default: return UV_EAI_FAIL;
	}
}

/* Without the lock: only this thread looks at what is written here. */
static void ask(evl_question *question)
{
	/*
	 * One entry an address. AI_ADDRCONFIG with a given family would find nothing on a machine that has only the
	 * loopback.
	 */
	const struct addrinfo hints = {
		.ai_family = question->family,
		.ai_socktype = SOCK_STREAM,
		.ai_flags = question->family == AF_UNSPEC ? AI_ADDRCONFIG : 0,
	};

	errno = 0;
	question->status =
		status_of(question->length == 0 ? getaddrinfo(question->host, NULL, &hints, &question->found)
										: getnameinfo((const struct sockaddr *) &question->address, question->length,
											  question->host, sizeof(question->host), NULL, 0, NI_NAMEREQD));
}

static void free_found(evl_question *question)
{
	if (question->found != NULL) {
		freeaddrinfo(question->found);
	}
}

/* Under the lock. */
static void answer(evl_question *question)
{
	evl_list_remove(&question->link);
	if (resolvers.forks > 0) {
		uv_cond_broadcast(&resolvers.ended);
	}
	if (question->state == DROPPED) {
		free_found(question);
		free(question); /* see evl_disown() */
		return;
	}
	question->state = ANSWERED;
	evl_list_append(&question->resolver->answered, &question->link);
	evl_wakeup_send(question->resolver->wakeup);
}

static void *work(void *nothing)
{
	int waited = 0;

	uv_mutex_lock(&resolvers.lock);
	for (;;) {
		evl_list *link = resolvers.forks == 0 ? evl_list_shift(&resolvers.queue) : NULL;

		if (link != NULL) {
			evl_question *question = EVL_CONTAINER_OF(link, evl_question, link);

			resolvers.queued--;
			question->state = RUNNING;
			question->begun = uv_hrtime();
			evl_list_append(&resolvers.running, link);
			uv_mutex_unlock(&resolvers.lock);
			ask(question);
			uv_mutex_lock(&resolvers.lock);
			answer(question);
			waited = 0;
		} else if (waited == UV_ETIMEDOUT && resolvers.forks == 0) {
			break;
		} else {
			resolvers.idle++;
			waited = uv_cond_timedwait(&resolvers.asked, &resolvers.lock, IDLE_NS);
			resolvers.idle--;
		}
	}
	resolvers.threads--;
	uv_mutex_unlock(&resolvers.lock);
	return NULL;
}

/* The program's signals are for its own threads. */
static int start_thread(void)
{
	pthread_attr_t attributes;
	pthread_t thread;
	sigset_t all, before;
	int status = pthread_attr_init(&attributes);

	if (status != 0) {
		return -status;
	}
	(void) pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
	(void) pthread_attr_setstacksize(&attributes, STACK);
	(void) sigfillset(&all);
	(void) pthread_sigmask(SIG_SETMASK, &all, &before);
	status = pthread_create(&thread, &attributes, work, NULL);
	(void) pthread_sigmask(SIG_SETMASK, &before, NULL);
	(void) pthread_attr_destroy(&attributes);
	resolvers.threads += status == 0;
	return -status;
}

/* Under the lock. One that is idle may be about to take another question: each counts once. */
static int find_thread(void)
{
	int status;

	if (resolvers.queued <= resolvers.idle) {
		uv_cond_signal(&resolvers.asked);
		return 0;
	}
	status = resolvers.threads < EVL_RESOLVER_THREADS ? start_thread() : 0;
	return resolvers.threads > 0 ? 0 : status;
}

int evl_question_ask(evl_question *question)
{
	int status;

	uv_once(&resolvers.once, set_up);
	if (resolvers.status != 0) {
		evl_free(question);
		return resolvers.status;
	}
	uv_mutex_lock(&resolvers.lock);
	question->generation = resolvers.generation;
	question->state = QUEUED;
	evl_list_append(&resolvers.queue, &question->link);
	resolvers.queued++;
	status = find_thread();
	if (status != 0) {
		evl_list_remove(&question->link);
		resolvers.queued--;
		evl_free(question);
	}
	uv_mutex_unlock(&resolvers.lock);
	return status;
}

evl_question *evl_question_new(evl_resolver *resolver, void (*answered)(evl_question *question), void *owner)
{
	evl_question *question = evl_calloc(1, sizeof(*question));

	if (question != NULL) {
		question->resolver = resolver;
		question->answered = answered;
		question->owner = owner;
	}
	return question;
}

bool evl_question_is_queued(const evl_question *question)
{
	bool queued;

	uv_mutex_lock(&resolvers.lock);
	queued = question->state == QUEUED && question->generation == resolvers.generation;
	uv_mutex_unlock(&resolvers.lock);
	return queued;
}

/* Under the lock. Whether it is to be freed by who drops it. */
static bool take_back(evl_question *question)
{
	if (question->generation != resolvers.generation) {
		return true; /* its links are the parent's */
	}
	if (question->state == RUNNING) {
		question->state = DROPPED;
		evl_disown(question);
		return false;
	}
	if (evl_list_is_linked(&question->link)) { /* unless it is being told */
		evl_list_remove(&question->link);
	}
	resolvers.queued -= question->state == QUEUED;
	return true;
}

void evl_question_drop(evl_question *question)
{
	bool ours;

	uv_mutex_lock(&resolvers.lock);
	ours = take_back(question);
	uv_mutex_unlock(&resolvers.lock);
	if (ours) {
		free_found(question);
		evl_free(question);
	}
}

static void on_wakeup(evl_wakeup *wakeup, void *owner)
{
	evl_resolver *self = owner;
	evl_list answered;
	evl_list *link;

	evl_list_init(&answered);
	uv_mutex_lock(&resolvers.lock);
	evl_list_splice(&answered, &self->answered);
	uv_mutex_unlock(&resolvers.lock);
	while ((link = evl_list_shift(&answered)) != NULL) {
		evl_question *question = EVL_CONTAINER_OF(link, evl_question, link);

		question->answered(question);
	}
}

int evl_resolver_open(evl_resolver *resolver, evl_loop *loop)
{
	evl_list_init(&resolver->answered);
	return evl_wakeup_open(&resolver->wakeup, loop, on_wakeup, resolver);
}

void evl_resolver_close(evl_resolver *resolver)
{
	if (resolver->wakeup != NULL) {
		evl_handle_release(&resolver->wakeup->handle);
		resolver->wakeup = NULL;
	}
}
