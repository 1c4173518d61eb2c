/* SPDX-License-Identifier: MIT */
/*
 * File::watch() and its classes: FileWatcher, FileEvent, FileChange, WatchOptions. PHP's thread only.
 */
#ifndef EVLOOP_IO_FILE_WATCH_H
#define EVLOOP_IO_FILE_WATCH_H

#include "php.h"

zend_result evloop_file_watch_minit(int module_number);

#endif
