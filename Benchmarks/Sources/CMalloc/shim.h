#ifndef CMALLOC_SHIM_H
#define CMALLOC_SHIM_H

// Swift's Glibc module does not have mallinfo2.
#include <malloc.h>

#endif
