<?php

/** @generate-class-entries */

namespace Evloop;

/** Both directions in one: a connection. One coroutine may read while others write. */
interface DuplexStream extends ReadableStream, WritableStream
{
}
