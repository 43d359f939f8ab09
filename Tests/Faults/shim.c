// A library for LD_PRELOAD that counts the system calls of a process on the files of one folder, logs them, and at one
// of them kills the process or lets the call fail. The driver in this folder builds it; nothing else uses it.
//
//   FAULT_ROOT     the folder, as an absolute path without links; calls on other files pass unseen
//   FAULT_LOG      the log: one line for each call, its fields separated by tabs
//   FAULT_CLASS    "change" counts the calls that change files, and the answer on standard output; "read" counts reads
//   FAULT_AT       the number of the call at which the fault happens, from 1; 0 injects none
//   FAULT_ACTION   "kill", "tear" (half of the sectors of a write are written, then the process is killed), "short"
//                  (half of the sectors are written, which is reported), or the errno with which the call fails
//   FAULT_PERSIST  set: every later call of the class fails too
//   FAULT_DATA     set: the log contains the bytes that were written
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum class { CHANGE, READ, PASSIVE };
enum verdict { PASS, FAIL, HALF };

static const char *root;
static size_t root_length;
static enum class counted;
static long at;
static const char *action;
static int persists, keeps_data, log_descriptor = -1;
static long number;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...)                                                                                          \
  static type (*real)(__VA_ARGS__);                                                                                    \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static ssize_t raw_write(int descriptor, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  return real(descriptor, bytes, count);
}

__attribute__((constructor)) static void start(void) {
  REAL(int, "open", const char *, int, ...);
  const char *log = getenv("FAULT_LOG"), *text = getenv("FAULT_CLASS");
  root = getenv("FAULT_ROOT");
  if (!root || !log || !text) return;
  root_length = strlen(root);
  counted = strcmp(text, "read") == 0 ? READ : CHANGE;
  at = (text = getenv("FAULT_AT")) ? atol(text) : 0;
  action = getenv("FAULT_ACTION");
  persists = getenv("FAULT_PERSIST") != NULL;
  keeps_data = getenv("FAULT_DATA") != NULL;
  int descriptor = real(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  // A high number, so that the descriptors of the program are what they are without the log.
  log_descriptor = fcntl(descriptor, F_DUPFD_CLOEXEC, 900);
  close(descriptor);
  // A program that this one starts, such as an editor, runs without faults.
  unsetenv("LD_PRELOAD");
}

static int is_inside(const char *path) {
  return root && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0);
}

// Makes the path absolute. The program passes absolute paths, or paths below its working folder.
static const char *absolute(int folder, const char *path, char *buffer) {
  if (path[0] == '/') return path;
  char name[64];
  ssize_t length;
  if (folder == AT_FDCWD) {
    if (!getcwd(buffer, PATH_MAX)) return path;
    length = strlen(buffer);
  } else {
    snprintf(name, sizeof name, "/proc/self/fd/%d", folder);
    if ((length = readlink(name, buffer, PATH_MAX - 1)) < 0) return path;
  }
  while (strncmp(path, "./", 2) == 0) path += 2;
  if (strcmp(path, ".") == 0) path = "";
  snprintf(buffer + length, PATH_MAX - length, *path ? "/%s" : "%s", path);
  return buffer;
}

// Finds the path of a descriptor of a regular file or folder; NULL when it is another file.
static const char *path_of(int descriptor, char *buffer) {
  int saved = errno;
  char name[64];
  struct stat status;
  snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(name, buffer, PATH_MAX - 1);
  int is_file = fstat(descriptor, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
  errno = saved;
  if (length < 0 || !is_file) return NULL;
  buffer[length] = 0;
  return is_inside(buffer) ? buffer : NULL;
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

// Counts a call, and says what is to happen to it. The log line of the call is written by done().
static enum verdict begin(enum class class, int is_write) {
  if (class != counted || log_descriptor < 0) return PASS;
  pthread_mutex_lock(&lock);
  long mine = ++number;
  pthread_mutex_unlock(&lock);
  if (!at || mine < at || (mine > at && !persists)) return PASS;
  if (strcmp(action, "tear") == 0 && is_write) return HALF;
  if (strcmp(action, "kill") == 0 || strcmp(action, "tear") == 0) die();
  if (strcmp(action, "short") == 0) return is_write ? HALF : PASS;
  errno = atoi(action);
  return FAIL;
}

// Writes one line: class, call, result or -errno, descriptor, offset, size, path, second path, bytes in hexadecimal.
static void done(enum class class, const char *call, long result, int descriptor, off_t offset, size_t size,
                 const char *path, const char *second, const void *bytes) {
  if (log_descriptor < 0) return;
  int saved = errno;
  size_t count = keeps_data && bytes && result > 0 ? (size_t)result : 0;
  char *line = malloc(2 * PATH_MAX + 256 + 2 * count);
  int length = sprintf(line, "%s\t%s\t%ld\t%d\t%lld\t%zu\t%s\t%s\t",
                       class == CHANGE ? "change" : class == READ ? "read" : "passive", call,
                       result < 0 ? -(long)saved : result, descriptor, (long long)offset, size, path ? path : "",
                       second ? second : "");
  for (size_t index = 0; index < count; index++, length += 2)
    sprintf(line + length, "%02x", ((const unsigned char *)bytes)[index]);
  line[length++] = '\n';
  raw_write(log_descriptor, line, length);
  free(line);
  errno = saved;
}

static int opened(const char *path, int flags, mode_t mode, int folder) {
  REAL(int, "openat", int, const char *, int, ...);
  char buffer[PATH_MAX];
  const char *full = absolute(folder, path, buffer);
  if (!is_inside(full)) return real(folder, path, flags, mode);
  struct stat status;
  int exists = fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0;
  enum class class = ((flags & O_CREAT) && !exists) || (flags & O_TRUNC) ? CHANGE : PASSIVE;
  int result = begin(class, 0) == FAIL ? -1 : real(folder, path, flags, mode);
  done(class, class == CHANGE ? "create" : "open", result, result, flags & O_TRUNC ? 1 : 0, 0, full, NULL, NULL);
  return result;
}

#define OPENS(name)                                                                                                    \
  int name(const char *path, int flags, ...) {                                                                         \
    va_list list;                                                                                                      \
    va_start(list, flags);                                                                                             \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(list, mode_t) : 0;                                          \
    va_end(list);                                                                                                      \
    return opened(path, flags, mode, AT_FDCWD);                                                                        \
  }

OPENS(open)
OPENS(open64)

#define OPENS_AT(name)                                                                                                 \
  int name(int folder, const char *path, int flags, ...) {                                                             \
    va_list list;                                                                                                      \
    va_start(list, flags);                                                                                             \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(list, mode_t) : 0;                                          \
    va_end(list);                                                                                                      \
    return opened(path, flags, mode, folder);                                                                          \
  }

OPENS_AT(openat)
OPENS_AT(openat64)

int creat(const char *path, mode_t mode) { return opened(path, O_WRONLY | O_CREAT | O_TRUNC, mode, AT_FDCWD); }

int mkstemp(char *template) {
  REAL(int, "mkstemp", char *);
  char buffer[PATH_MAX];
  if (!is_inside(absolute(AT_FDCWD, template, buffer))) return real(template);
  int result = begin(CHANGE, 0) == FAIL ? -1 : real(template);
  done(CHANGE, "create", result, result, 0, 0, absolute(AT_FDCWD, template, buffer), NULL, NULL);
  return result;
}
int mkstemp64(char *template) { return mkstemp(template); }

// A write of `count` bytes at `offset`, or at the current place when `offset` is -1.
static ssize_t written(const char *call, int descriptor, const void *bytes, size_t count, off_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
  char buffer[PATH_MAX];
  const char *path = descriptor == STDOUT_FILENO ? "stdout" : path_of(descriptor, buffer);
  if (!path || log_descriptor < 0) {
    return offset < 0 ? raw_write(descriptor, bytes, count) : real(descriptor, bytes, count, offset);
  }
  off_t place = offset;
  if (offset < 0) {
    int saved = errno;
    place = lseek(descriptor, 0, SEEK_CUR);
    errno = saved;
  }
  enum verdict verdict = begin(CHANGE, 1);
  // A sector is written whole.
  size_t part = verdict == HALF ? (count / 2 + 511) / 512 * 512 : count;
  ssize_t result = verdict == FAIL ? -1
                   : offset < 0    ? raw_write(descriptor, bytes, part)
                                   : real(descriptor, bytes, part, offset);
  done(CHANGE, call, result, descriptor, place, count, path, NULL, bytes);
  if (verdict == HALF && strcmp(action, "tear") == 0) die();
  return result;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  return written("write", descriptor, bytes, count, -1);
}
ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  return written("write", descriptor, bytes, count, offset);
}
ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  return written("write", descriptor, bytes, count, offset);
}

static ssize_t was_read(int descriptor, void *bytes, size_t count, off_t offset) {
  REAL(ssize_t, "pread64", int, void *, size_t, off_t);
  static ssize_t (*plain)(int, void *, size_t);
  if (!plain) plain = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
  char buffer[PATH_MAX];
  const char *path = log_descriptor < 0 || counted != READ ? NULL : path_of(descriptor, buffer);
  if (!path) return offset < 0 ? plain(descriptor, bytes, count) : real(descriptor, bytes, count, offset);
  ssize_t result = begin(READ, 0) == FAIL ? -1
                   : offset < 0           ? plain(descriptor, bytes, count)
                                          : real(descriptor, bytes, count, offset);
  done(READ, "read", result, descriptor, offset, count, path, NULL, NULL);
  return result;
}

ssize_t read(int descriptor, void *bytes, size_t count) { return was_read(descriptor, bytes, count, -1); }
ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
  return was_read(descriptor, bytes, count, offset);
}
ssize_t pread64(int descriptor, void *bytes, size_t count, off64_t offset) {
  return was_read(descriptor, bytes, count, offset);
}

// Calls on one descriptor: syncing, and changing the size.
#define ON_DESCRIPTOR(name, call, parameters, arguments, size)                                                         \
  int name parameters {                                                                                                \
    REAL(int, #name, PARAMETERS_##name);                                                                               \
    char buffer[PATH_MAX];                                                                                             \
    const char *path = path_of(descriptor, buffer);                                                                    \
    if (!path) return real arguments;                                                                                  \
    int result = begin(CHANGE, 0) == FAIL ? -1 : real arguments;                                                       \
    done(CHANGE, call, result, descriptor, size, 0, path, NULL, NULL);                                                 \
    return result;                                                                                                     \
  }
#define PARAMETERS_fsync int
#define PARAMETERS_fdatasync int
#define PARAMETERS_ftruncate int, off_t
#define PARAMETERS_ftruncate64 int, off64_t

ON_DESCRIPTOR(fsync, "sync", (int descriptor), (descriptor), 0)
ON_DESCRIPTOR(fdatasync, "sync", (int descriptor), (descriptor), 0)
ON_DESCRIPTOR(ftruncate, "truncate", (int descriptor, off_t size), (descriptor, size), size)
ON_DESCRIPTOR(ftruncate64, "truncate", (int descriptor, off64_t size), (descriptor, size), size)

// Calls on one path.
#define ON_PATH(name, call, symbol, parameters, types, arguments, folder)                                              \
  int name parameters {                                                                                                \
    REAL(int, symbol, types);                                                                                          \
    char buffer[PATH_MAX];                                                                                             \
    const char *full = absolute(folder, path, buffer);                                                                 \
    if (!is_inside(full)) return real arguments;                                                                       \
    int result = begin(CHANGE, 0) == FAIL ? -1 : real arguments;                                                       \
    done(CHANGE, call, result, -1, 0, 0, full, NULL, NULL);                                                            \
    return result;                                                                                                     \
  }
#define TYPES(...) __VA_ARGS__

ON_PATH(unlink, "unlink", "unlink", (const char *path), TYPES(const char *), (path), AT_FDCWD)
ON_PATH(unlinkat, "unlink", "unlinkat", (int folder, const char *path, int flags), TYPES(int, const char *, int),
        (folder, path, flags), folder)
ON_PATH(rmdir, "rmdir", "rmdir", (const char *path), TYPES(const char *), (path), AT_FDCWD)
ON_PATH(mkdir, "mkdir", "mkdir", (const char *path, mode_t mode), TYPES(const char *, mode_t), (path, mode), AT_FDCWD)

static int moved(const char *call, const char *from, const char *to, int (*real)(const char *, const char *)) {
  char first[PATH_MAX], second[PATH_MAX];
  const char *old = absolute(AT_FDCWD, from, first), *new = absolute(AT_FDCWD, to, second);
  if (!is_inside(new)) return real(from, to);
  int result = begin(CHANGE, 0) == FAIL ? -1 : real(from, to);
  done(CHANGE, call, result, -1, 0, 0, old, new, NULL);
  return result;
}

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  return moved("rename", from, to, real);
}
int link(const char *from, const char *to) {
  REAL(int, "link", const char *, const char *);
  return moved("link", from, to, real);
}
static int rename_new(const char *from, const char *to) {
  REAL(long, "syscall", long, ...);
  return (int)real(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 1u);
}

long syscall(long call, ...) {
  REAL(long, "syscall", long, ...);
  va_list list;
  va_start(list, call);
  long words[6];
  for (int index = 0; index < 6; index++) words[index] = va_arg(list, long);
  va_end(list);
  if (call == SYS_renameat2 && (int)words[0] == AT_FDCWD && (int)words[2] == AT_FDCWD && (unsigned)words[4] == 1)
    return moved("rename", (const char *)words[1], (const char *)words[3], rename_new);
  return real(call, words[0], words[1], words[2], words[3], words[4], words[5]);
}
