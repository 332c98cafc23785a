// Stands between a server and its disk, loaded with LD_PRELOAD. It writes down, in the order in which they happened, every
// change that the server makes in one folder and every flush of it, and makes a chosen call fail.
//
// PROOF_FOLDER   the folder, without a slash at the end
// PROOF_JOURNAL  where changes are written down; nothing is where it is not given
// PROOF_FAULT    "flush EIO sluis.sqlite-wal 40 once": the 40th flush of that file fails, or "on": that and all after it;
//                "write ENOSPC …" the same of a write. It counts, and fails, while there is a file called as the journal is
//                with ".fails" behind it.
//
// A record is one append, so that another process can append records of its own between them: its kind, the length of its
// name, two bytes of nothing, the length of its data, an offset, then name and data.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

struct header {
  uint8_t kind;
  uint8_t name_length;
  uint16_t nothing;
  uint32_t data_length;
  uint64_t offset;
};

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

/** What a path is called within the folder: "" for the folder itself, NULL for what is elsewhere. */
static const char *within(const char *path) {
  const char *folder = getenv("PROOF_FOLDER");
  if (!folder || !path) return NULL;
  size_t length = strlen(folder);
  if (strncmp(path, folder, length) != 0) return NULL;
  if (path[length] == 0) return path + length;
  return path[length] == '/' && strlen(path + length + 1) <= UINT8_MAX ? path + length + 1 : NULL;
}

static const char *name_of(int fd, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = syscall(SYS_readlink, link, path, PATH_MAX - 1);
  if (length <= 0) return NULL;
  path[length] = 0;
  return within(path);
}

static void append(char kind, const char *name, uint64_t offset, const void *data, size_t length) {
  static int journal = -2;
  pthread_mutex_lock(&one_at_a_time);
  if (journal == -2) {
    const char *file = getenv("PROOF_JOURNAL");
    journal = file ? syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (file && journal < 0) abort();
  }
  if (journal >= 0) {
    struct header header = {kind, strlen(name), 0, length, offset};
    struct iovec parts[] = {{&header, sizeof header}, {(void *)name, strlen(name)}, {(void *)data, length}};
    ssize_t all = sizeof header + strlen(name) + length;
    if (syscall(SYS_writev, journal, parts, 3) != all) abort(); // a journal with a hole in it proves nothing
  }
  pthread_mutex_unlock(&one_at_a_time);
}

/** The error that this call must give, or 0. */
static int fault_of(const char *call, const char *name) {
  static int seen = 0;
  char asked_call[16], error[16], asked_name[NAME_MAX], often[8];
  int from;
  const char *fault = getenv("PROOF_FAULT"), *journal = getenv("PROOF_JOURNAL");
  if (!fault || sscanf(fault, "%15s %15s %254s %d %7s", asked_call, error, asked_name, &from, often) != 5) return 0;
  if (strcmp(call, asked_call) != 0 || strcmp(name, asked_name) != 0) return 0;
  char fails[PATH_MAX];
  snprintf(fails, sizeof fails, "%s.fails", journal ? journal : "");
  if (access(fails, F_OK) != 0) return 0;
  int now = __sync_add_and_fetch(&seen, 1);
  if (now < from || (now > from && strcmp(often, "once") == 0)) return 0;
  return strcmp(error, "EIO") == 0 ? EIO : ENOSPC;
}

static int failed(int error) {
  errno = error;
  return -1;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  char path[PATH_MAX];
  const char *name = name_of(fd, path);
  int error = name ? fault_of("write", name) : 0;
  if (error) return failed(error);
  ssize_t written = syscall(SYS_pwrite64, fd, data, length, offset);
  if (name && written > 0) append('w', name, offset, data, written);
  return written;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }

ssize_t write(int fd, const void *data, size_t length) {
  char path[PATH_MAX];
  const char *name = name_of(fd, path);
  int error = name ? fault_of("write", name) : 0;
  if (error) return failed(error);
  ssize_t written = syscall(SYS_write, fd, data, length);
  if (name && written > 0) append('w', name, syscall(SYS_lseek, fd, 0, SEEK_CUR) - written, data, written);
  return written;
}

static int flush(int fd, long call) {
  char path[PATH_MAX];
  const char *name = name_of(fd, path);
  int error = name ? fault_of("flush", name) : 0;
  if (error) return failed(error);
  int result = syscall(call, fd);
  if (name && result == 0) append(*name ? 's' : 'd', name, 0, "", 0);
  return result;
}

int fsync(int fd) { return flush(fd, SYS_fsync); }

int fdatasync(int fd) { return flush(fd, SYS_fdatasync); }

int ftruncate64(int fd, off64_t length) {
  char path[PATH_MAX];
  const char *name = name_of(fd, path);
  int result = syscall(SYS_ftruncate, fd, length);
  if (name && result == 0) append('t', name, length, "", 0);
  return result;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int open64(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list more;
    va_start(more, flags);
    mode = va_arg(more, mode_t);
    va_end(more);
  }
  int fd = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  char real[PATH_MAX];
  const char *name = fd >= 0 && flags & (O_CREAT | O_TRUNC) ? name_of(fd, real) : NULL;
  if (!name || !*name) return fd;
  if (flags & O_CREAT) append('c', name, 0, "", 0);
  if (flags & O_TRUNC) append('t', name, 0, "", 0);
  return fd;
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open64(path, flags, mode);
}

int unlink(const char *path) {
  int result = syscall(SYS_unlink, path);
  const char *name = within(path);
  if (name && *name && result == 0) append('u', name, 0, "", 0);
  return result;
}

int rename(const char *from, const char *to) {
  int result = syscall(SYS_rename, from, to);
  const char *name = within(from), *new_name = within(to);
  if (name && new_name && result == 0) append('r', name, 0, new_name, strlen(new_name));
  return result;
}
