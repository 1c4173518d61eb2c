/* SPDX-License-Identifier: MIT */
/*
 * How many cells of a terminal a text takes, and how much of it fits. The tables are our own: wcwidth() knows only the locale's
 * characters, and PHP leaves that at "C". Where terminals differ (emoji that are joined) the wider one is taken. Any thread.
 */
#ifndef EVLOOP_CORE_TEXT_H
#define EVLOOP_CORE_TEXT_H

#include <stddef.h>

/* What cannot be printed counts as one cell, as evl_text_copy() makes of it. */
size_t evl_text_width(const char *text, size_t size);

/*
 * Copy as much as fits in `cells` and in `room` bytes, whole characters only; what is no UTF-8 or controls the terminal becomes "?".
 * The bytes copied; `used` has the cells.
 */
size_t evl_text_copy(char *out, size_t room, size_t cells, const char *text, size_t size, size_t *used);

#endif
