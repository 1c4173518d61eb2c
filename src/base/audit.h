/* SPDX-License-Identifier: MIT */
/*
 * What debug builds look at when a request is over: nothing of ours is left, whatever the request did. PHP's thread only.
 */
#ifndef EVLOOP_BASE_AUDIT_H
#define EVLOOP_BASE_AUDIT_H

/* After the engine has freed the request's objects. Nothing in other builds. */
void evloop_audit_request(void);

#endif
