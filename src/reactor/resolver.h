/* SPDX-License-Identifier: MIT */
/*
 * Threads that ask the name service, for the whole process. A question hangs as long as that service lets it, so they are
 * none of libuv's: files, other questions, the end of a loop and the end of the process wait for no answer. A fork waits for
 * a look-up that has just begun, a quarter of a second at most.
 *
 * There are EVL_RESOLVER_THREADS at most. One is started when a question finds none idle, and ends after a while without
 * another. Nobody joins them: one that hangs when the process ends ends with it.
 */
#ifndef EVLOOP_REACTOR_RESOLVER_H
#define EVLOOP_REACTOR_RESOLVER_H

#include "src/reactor/wakeup.h"

#include <netdb.h>

/* So many questions can hang before another one has to wait. */
#define EVL_RESOLVER_THREADS 32

typedef struct evl_question evl_question;

/* Where the answers for one loop come in. It does not keep the loop alive: who waits for an answer does. */
typedef struct evl_resolver {
	evl_wakeup *wakeup;
	evl_list answered; /* evl_question.link */
} evl_resolver;

/* Its own allocation. Whoever asked owns it, until it is dropped. */
struct evl_question {
	evl_list link;
	evl_resolver *resolver;
	void (*answered)(evl_question *question); /* on the loop's thread */
	void *owner;
	uint32_t generation; /* see forked() in resolver.c */
	uint8_t state;       /* of question_state in resolver.c */
	uint8_t family;      /* AF_*, of `host` */
	uint64_t begun;      /* by a thread: uv_hrtime() */
	int status;          /* 0 or a negative UV_EAI_* / UV_E* */
	socklen_t length;    /* of `address`; 0: it is asked for */
	struct sockaddr_storage address;
	struct addrinfo *found; /* of `host`; owned */
	char host[NI_MAXHOST];  /* asked for, or found */
};

/* 0 or a negative UV_E*. */
int evl_resolver_open(evl_resolver *resolver, evl_loop *loop);
/* All its questions were dropped. One that is not open is fine. */
void evl_resolver_close(evl_resolver *resolver);

/* Memory for a question; NULL: there is none. */
evl_question *evl_question_new(evl_resolver *resolver, void (*answered)(evl_question *question), void *owner);

/* 0, then it is answered from inside a later poll; or a negative UV_E*, then it is gone. */
int evl_question_ask(evl_question *question);

/* No thread has begun with it: dropping it takes it back. */
bool evl_question_is_queued(const evl_question *question);

/* At any time: it is never told from now on, and its memory goes, at the latest when the name service lets go of it. */
void evl_question_drop(evl_question *question);

#endif
