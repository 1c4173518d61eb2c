<?php

/** @generate-class-entries */

namespace Evloop;

/** What every exception of this extension implements. */
interface Exception extends \Throwable
{
}
