#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>
#include <sys/syscall.h>
#include <unistd.h>

// Swift cannot call variadic C functions.
static inline int csqlite_db_config(sqlite3 *db, int option, int value) {
  return sqlite3_db_config(db, option, value, (int *)0);
}

// renameat2(2) with RENAME_NOREPLACE, which glibc declares only for GNU sources; both paths are absolute.
static inline long csqlite_rename_new(const char *from, const char *to) {
  return syscall(SYS_renameat2, -100 /* AT_FDCWD */, from, -100, to, 1u /* RENAME_NOREPLACE */);
}

#endif
