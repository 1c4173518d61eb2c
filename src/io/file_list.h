/* SPDX-License-Identifier: MIT */
/*
 * FileList: the names in a folder, read in batches as they are asked for. PHP's thread only.
 */
#ifndef EVLOOP_IO_FILE_LIST_H
#define EVLOOP_IO_FILE_LIST_H

#include "php.h"

zend_result evloop_file_list_minit(int module_number);

#endif
