// Shared by the C peers: the clock, the fingerprint of texts (the same as in BenchSupport), and error handling.
#ifndef PEER_H
#define PEER_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline long nanoseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000L + time.tv_nsec;
}

#define FINGERPRINT 0xcbf29ce484222325u

// Adds a text and a NUL to an FNV-1a hash.
static inline uint64_t fingerprinted(uint64_t state, const char *text, size_t length) {
    for (size_t index = 0; index < length; index++) state = (state ^ (unsigned char)text[index]) * 0x100000001b3u;
    return state * 0x100000001b3u;
}

static inline void fail(const char *why) {
    fprintf(stderr, "error: %s\n", why);
    exit(1);
}

#endif
