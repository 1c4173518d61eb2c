<?php

/** @generate-class-entries */

namespace Evloop;

/**
 * A file: a stream with a position, read and written in threads, so that a slow disk holds nobody but who waits for it.
 *
 *     $text = File::get('config.json');
 *     File::put('state.json', json_encode($state), sync: true);
 *
 *     $log = File::open('access.log');
 *     while (($line = $log->readLine()) !== null) { ... }
 *
 * Reading goes ahead as far as StreamOptions::$readBuffer; what the page cache holds is read without a thread. The end of
 * a file is not for ever: when it has grown, the next read goes on. A write() returns when the operating system has all of
 * it, or throws; after that the position is behind what was written, and the file can be used further. Writes of several
 * coroutines take place whole, in the order of the calls. To read while a write() is pending, or the other way round,
 * throws PendingOperationException; {@see File::readAt()} and {@see File::writeAt()} have no position, and any number of
 * them may be pending.
 *
 * Paths are those of the operating system, relative ones from the working directory; open_basedir counts. A path with a
 * NUL or a scheme ("http://") is a ValueError. A timeout or a cancellation ends the waiting: what a thread is about to do
 * may still happen, but put() and copy() then leave the old file.
 *
 * @strict-properties
 * @not-serializable
 */
final class File extends Stream
{
    /** Made by open() and temp(). */
    private function __construct() {}

    /**
     * Opens a file. The modes are fopen()'s: "r", "w", "a", "x" or "c", with "+" for reading and writing; "b", "t", "e" and
     * "n" may stand behind and change nothing. A pipe (FIFO) or a terminal is waited for as any stream; one that is opened
     * for writing waits until somebody reads.
     *
     * @throws FileException "open /x failed: no such file or directory (ENOENT)"
     * @throws TimeoutException
     * @throws \ValueError for a mode or a path that is none
     */
    public static function open(string $path, string $mode = 'r', ?StreamOptions $options = null, ?float $timeout = null): File {}

    /**
     * A new file that nobody else can open by chance, for reading and writing, which is removed when it is closed; renamed
     * before, it stays. Without a folder it is made in sys_get_temp_dir().
     *
     * @throws FileException
     */
    public static function temp(?string $folder = null, string $prefix = 'evloop-', ?StreamOptions $options = null): File {}

    /**
     * All of a file, also of one whose size nobody knows beforehand (/proc), and of a pipe until its end.
     *
     * @throws FileException also when it has more than $limit bytes (EFBIG)
     */
    public static function get(string $path, int $limit = 16777216, ?float $timeout = null): string {}

    /**
     * Writes a file beside the old one and puts it in its place at once: whoever opens the path gets the old one or the whole new
     * one, whatever fails. It keeps the old one's permissions; a new file gets $mode, or what the umask leaves. Links are
     * followed; a pipe or a device is written to.
     *
     * @param \Traversable|array|string $data a string, or strings one after the other
     * @param bool $sync only return when file and folder are on the medium
     * @return int the bytes written
     * @throws FileException
     */
    public static function put(string $path, \Traversable|array|string $data, bool $sync = false, ?int $mode = null, ?float $timeout = null): int {}

    /**
     * Writes at the end of a file, which is made if there is none. Only an error may leave a part of it there.
     *
     * @return int the bytes written
     * @throws FileException
     */
    public static function append(string $path, string $data, bool $sync = false, ?float $timeout = null): int {}

    /**
     * What the operating system says about a file, or about what a link leads to.
     *
     * @throws FileException
     */
    public static function stat(string $path, ?float $timeout = null): FileStat {}

    /**
     * The same of a link itself.
     *
     * @throws FileException
     */
    public static function lstat(string $path, ?float $timeout = null): FileStat {}

    /**
     * Whether there is a file, a folder or the like; a link to nothing is none.
     *
     * @throws FileException when that cannot be told: for want of permission, say
     */
    public static function exists(string $path, ?float $timeout = null): bool {}

    /**
     * The names in a folder, in no order, as far as somebody asks for them: a large folder is not held in memory.
     *
     * @throws FileException
     */
    public static function list(string $path, ?float $timeout = null): FileList {}

    /**
     * Copies a file, with its permissions, and puts the copy in place of $to at once. Links are followed.
     *
     * @return int the bytes copied
     * @throws FileException
     */
    public static function copy(string $from, string $to, ?float $timeout = null): int {}

    /**
     * Renames a file or folder within a file system; a file that is there is replaced at once.
     *
     * @throws FileException
     */
    public static function rename(string $from, string $to, ?float $timeout = null): void {}

    /**
     * Removes a file, a link or an empty folder.
     *
     * @param bool $recursive a folder with all that is in it; links in it are removed and not followed
     * @throws FileException
     */
    public static function remove(string $path, bool $recursive = false, ?float $timeout = null): void {}

    /**
     * Makes a folder; $mode is what the umask leaves of it.
     *
     * @param bool $recursive those above it, too; then it is no error that it is there
     * @throws FileException
     */
    public static function mkdir(string $path, int $mode = 0777, bool $recursive = false, ?float $timeout = null): void {}

    /**
     * Makes a link that leads to $target, which need not be there and counts from the link's folder.
     *
     * @throws FileException
     */
    public static function symlink(string $target, string $link, ?float $timeout = null): void {}

    /**
     * Where a link leads, as it says itself.
     *
     * @throws FileException
     */
    public static function readLink(string $path, ?float $timeout = null): string {}

    /**
     * Changes the permissions.
     *
     * @throws FileException
     */
    public static function chmod(string $path, int $mode, ?float $timeout = null): void {}

    /**
     * Opens a file, which is made if there is none, for reading and writing, and waits for a lock on it, see
     * {@see File::flock()}. The lock ends when the file is closed or dropped.
     *
     *     $only = File::lock('/run/job.lock', timeout: 0.0); // another one runs: TimeoutException
     *
     * @param bool $shared together with others that have a shared one
     * @param null|float $timeout seconds to wait for others; 0.0: not at all
     * @throws FileException
     * @throws TimeoutException
     */
    public static function lock(string $path, bool $shared = false, ?float $timeout = null): File {}

    /**
     * Watches a file, or what lies in a folder; it returns when that has begun. A file is followed when another takes its place;
     * that it is removed, or renamed, does not end it, unlike with a folder.
     *
     * @param bool $recursive all folders in the folder, too, also those that are made later
     * @throws FileException also when there are more folders than WatchOptions::$maxFolders or the system allows (ENOSPC), and
     *         where there is no inotify (ENOSYS)
     */
    public static function watch(string $path, bool $recursive = false, ?WatchOptions $options = null): FileWatcher {}

    /** The path of the file when it was opened, absolute. */
    public function path(): string {}

    /**
     * Moves the position, as fseek() does; the end of the file is no bound.
     *
     * @param int $whence SEEK_SET, SEEK_CUR or SEEK_END
     * @return int the position
     * @throws FileException for a position before the beginning, and for what has none: a pipe (ESPIPE)
     */
    public function seek(int $offset, int $whence = SEEK_SET): int {}

    /**
     * The position: where the next read or write is.
     *
     * @throws FileException for what has none
     */
    public function tell(): int {}

    /**
     * Cuts the file off, or fills it up with zeros, to a size. The position stays.
     *
     * @throws FileException
     */
    public function truncate(int $size): void {}

    /**
     * Waits until all that was written is on the medium.
     *
     * @param bool $dataOnly but not what is only needed to tell when it was changed
     * @throws FileException
     */
    public function sync(bool $dataOnly = false): void {}

    /**
     * {@see File::stat()} of the open file, whatever its path leads to by now.
     *
     * @throws FileException
     */
    public function fstat(): FileStat {}

    /**
     * Bytes from a place, fewer than asked for only at the end of the file. The position does not count and stays.
     *
     * @throws FileException
     */
    public function readAt(int $offset, int $length, ?float $timeout = null): string {}

    /**
     * Bytes to a place, all of them. The position does not count and stays.
     *
     * @throws FileException
     */
    public function writeAt(int $offset, string $data, ?float $timeout = null): void {}

    /**
     * Waits for a lock on the whole file, as PHP's function of this name does: between processes that ask for one. It ends
     * with unlock() or close().
     *
     * @param bool $shared together with others that have a shared one
     * @param null|float $timeout seconds to wait for others; 0.0: not at all
     * @throws FileException
     * @throws TimeoutException
     */
    public function flock(bool $shared = false, ?float $timeout = null): void {}

    /**
     * The same without waiting for others: whether it has the lock.
     *
     * @throws FileException
     */
    public function tryLock(bool $shared = false): bool {}

    /**
     * Ends the lock; silent without one.
     *
     * @throws FileException
     */
    public function unlock(): void {}
}
