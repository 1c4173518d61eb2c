/* SPDX-License-Identifier: MIT */
/*
 * FileStat and FileType: what stat() says, as a value. PHP's thread only.
 */
#ifndef EVLOOP_IO_FILE_STAT_H
#define EVLOOP_IO_FILE_STAT_H

#include "php.h"

#include <sys/stat.h>

void evloop_file_stat_make(zval *result, const struct stat *facts);

zend_result evloop_file_stat_minit(int module_number);

#endif
