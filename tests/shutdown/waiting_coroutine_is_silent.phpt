--TEST--
evloop.deadlock=off: who still waits when the loop has ended is unwound in silence
--EXTENSIONS--
evloop
--INI--
evloop.deadlock=off
--FILE--
<?php
use Evloop\Deferred;
use function Evloop\{async, await};

async(function () {
    try {
        await((new Deferred)->promise);
    } finally {
        echo "finally\n";
    }
});
echo "end of script\n";
?>
--EXPECT--
end of script
finally
