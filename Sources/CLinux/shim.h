#ifndef CLINUX_SHIM_H
#define CLINUX_SHIM_H

#include <sys/syscall.h>
#include <unistd.h>

// renameat2(2) with RENAME_NOREPLACE, which glibc declares only for GNU sources, for two absolute paths. Swift cannot
// call syscall(2), which is variadic.
static inline long clinux_rename_new(const char *from, const char *to) {
  return syscall(SYS_renameat2, -100 /* AT_FDCWD */, from, -100, to, 1u /* RENAME_NOREPLACE */);
}

#endif
