/* Numbers every call by which a process changes the disk, and kills it, or lets a call fail, at one of them.
 *
 * Built by tests/suites/numbered.py and preloaded into ArtistGuard, so that SQLite's calls and Python's count alike.
 * Counted are: write and pwrite to plain files (not to the first three descriptors), fsync, fdatasync, ftruncate,
 * rename, link, unlink, mkdir, and open where it may create.
 *
 *   numbered_arm("kill", m, 0)  SIGKILL at moment m: 3n before the n-th call, 3n + 1 after half of it where it writes
 *                               (else before it), 3n + 2 behind it
 *   numbered_arm("once", n, e)  the n-th call fails with errno e
 *   numbered_arm("full", n, e)  so does every later one that needs room
 *   numbered_count()            how many calls there were
 *
 * By itself it counts and does nothing. NUMBERED_KILL=m in the environment arms it at the start.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { NOTHING, KILL, ONCE, FULL };

static int mode = NOTHING, code = EIO;
static long target = -1, calls = 0;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

void numbered_arm(const char *how, long at, int error) {
    mode = strcmp(how, "kill") == 0 ? KILL : strcmp(how, "once") == 0 ? ONCE : strcmp(how, "full") == 0 ? FULL : NOTHING;
    target = at;
    code = error;
    calls = 0;
}

long numbered_count(void) { return calls; }

__attribute__((constructor)) static void begin(void) {
    const char *moment = getenv("NUMBERED_KILL");
    if (moment) numbered_arm("kill", atol(moment), 0);
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* The number of this call; -1 where it must fail, with errno set. */
static long before(int needs_room) {
    long number = calls++;
    if (mode == KILL && target == 3 * number) die();
    if ((mode == ONCE && number == target) || (mode == FULL && number >= target && (needs_room || number == target))) {
        errno = code;
        return -1;
    }
    return number;
}

static int halfway(long number) { return mode == KILL && target == 3 * number + 1; }

static void behind(long number) {
    int kept = errno;
    if (mode == KILL && (target == 3 * number + 2 || target == 3 * number + 1)) die();
    errno = kept;
}

static int plain(int file) {
    struct stat found;
    int kept = errno, answer = file > 2 && fstat(file, &found) == 0 && S_ISREG(found.st_mode);
    errno = kept;
    return answer;
}

#define COUNTED(type, needs_room, call)          \
    do {                                         \
        long number = before(needs_room);        \
        if (number < 0) return -1;               \
        type answer = (call);                    \
        behind(number);                          \
        return answer;                           \
    } while (0)

ssize_t write(int file, const void *content, size_t size) {
    if (!plain(file)) return REAL(write)(file, content, size);
    long number = before(1);
    if (number < 0) return -1;
    if (halfway(number)) REAL(write)(file, content, size / 2);
    if (halfway(number)) die();
    ssize_t answer = REAL(write)(file, content, size);
    behind(number);
    return answer;
}

static ssize_t placed(ssize_t (*call)(int, const void *, size_t, off_t), int file, const void *content, size_t size,
                      off_t at) {
    if (!plain(file)) return call(file, content, size, at);
    long number = before(1);
    if (number < 0) return -1;
    if (halfway(number)) call(file, content, size / 2, at);
    if (halfway(number)) die();
    ssize_t answer = call(file, content, size, at);
    behind(number);
    return answer;
}

ssize_t pwrite(int file, const void *content, size_t size, off_t at) {
    return placed(REAL(pwrite), file, content, size, at);
}

ssize_t pwrite64(int file, const void *content, size_t size, off64_t at) {
    return placed((ssize_t(*)(int, const void *, size_t, off_t))real("pwrite64"), file, content, size, at);
}

int fsync(int file) { COUNTED(int, 0, REAL(fsync)(file)); }
int fdatasync(int file) { COUNTED(int, 0, REAL(fdatasync)(file)); }
int ftruncate(int file, off_t size) { COUNTED(int, 1, REAL(ftruncate)(file, size)); }
int ftruncate64(int file, off64_t size) { COUNTED(int, 1, REAL(ftruncate64)(file, size)); }
int rename(const char *old, const char *new) { COUNTED(int, 1, REAL(rename)(old, new)); }
int renameat(int from, const char *old, int to, const char *new) { COUNTED(int, 1, REAL(renameat)(from, old, to, new)); }
int link(const char *old, const char *new) { COUNTED(int, 1, REAL(link)(old, new)); }
int linkat(int from, const char *old, int to, const char *new, int flags) {
    COUNTED(int, 1, REAL(linkat)(from, old, to, new, flags));
}
int unlink(const char *path) { COUNTED(int, 0, REAL(unlink)(path)); }
int unlinkat(int folder, const char *path, int flags) { COUNTED(int, 0, REAL(unlinkat)(folder, path, flags)); }
int mkdir(const char *path, mode_t rights) { COUNTED(int, 1, REAL(mkdir)(path, rights)); }
int mkdirat(int folder, const char *path, mode_t rights) { COUNTED(int, 1, REAL(mkdirat)(folder, path, rights)); }

#define RIGHTS(flags, rights)           \
    mode_t rights = 0;                  \
    if ((flags) & O_CREAT) {            \
        va_list more;                   \
        va_start(more, flags);          \
        rights = va_arg(more, mode_t);  \
        va_end(more);                   \
    }

int open(const char *path, int flags, ...) {
    RIGHTS(flags, rights)
    if (!(flags & O_CREAT)) return REAL(open)(path, flags, rights);
    COUNTED(int, 1, REAL(open)(path, flags, rights));
}

int open64(const char *path, int flags, ...) {
    RIGHTS(flags, rights)
    if (!(flags & O_CREAT)) return REAL(open64)(path, flags, rights);
    COUNTED(int, 1, REAL(open64)(path, flags, rights));
}

int openat(int folder, const char *path, int flags, ...) {
    RIGHTS(flags, rights)
    if (!(flags & O_CREAT)) return REAL(openat)(folder, path, flags, rights);
    COUNTED(int, 1, REAL(openat)(folder, path, flags, rights));
}

int openat64(int folder, const char *path, int flags, ...) {
    RIGHTS(flags, rights)
    if (!(flags & O_CREAT)) return REAL(openat64)(folder, path, flags, rights);
    COUNTED(int, 1, REAL(openat64)(folder, path, flags, rights));
}
