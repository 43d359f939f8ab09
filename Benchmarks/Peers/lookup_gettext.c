// Looks up the messages of the keys in order with glibc's gettext, PASSES times, in the steady state.
// Usage: lookup_gettext FOLDER DOMAIN KEYS PASSES. The environment must set a locale of the domain's language.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <libintl.h>
#include <locale.h>

#include "peer.h"

// Returns the number of malloc calls so far; 0 when the counting library is not preloaded.
static long allocations(void) {
    long (*counted)(void) = (long (*)(void))dlsym(RTLD_DEFAULT, "bench_allocations");
    return counted ? counted() : 0;
}

static char *read_whole(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) fail("The keys cannot be opened.");
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *bytes = malloc((size_t)size + 1);
    if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) fail("The keys cannot be read.");
    bytes[size] = 0;
    fclose(file);
    return bytes;
}

int main(int argc, char **argv) {
    if (argc != 5) fail("usage: lookup_gettext FOLDER DOMAIN KEYS PASSES");
    if (!setlocale(LC_ALL, "")) fail("The locale of the environment does not exist.");
    const char *domain = argv[2];
    bindtextdomain(domain, argv[1]);
    textdomain(domain);

    char *bytes = read_whole(argv[3]);
    size_t count = 0, capacity = 1 << 16;
    char **keys = malloc(capacity * sizeof *keys);
    for (char *line = strtok(bytes, "\n"); keys && line; line = strtok(NULL, "\n")) {
        if (count == capacity) keys = realloc(keys, (capacity *= 2) * sizeof *keys);
        if (keys) keys[count++] = line;
    }
    if (!keys) fail("There is no memory left.");

    uint64_t fingerprint = FINGERPRINT;
    for (size_t key = 0; key < count; key++) {
        const char *text = dgettext(domain, keys[key]);
        if (text == keys[key]) fail("A key has no message.");
        fingerprint = fingerprinted(fingerprint, text, strlen(text));
    }
    long passes = atol(argv[4]), sum = 0, before = allocations();
    long start = nanoseconds();
    for (long pass = 0; pass < passes; pass++)
        for (size_t key = 0; key < count; key++) sum += (unsigned char)*dgettext(domain, keys[key]);
    long elapsed = nanoseconds() - start;

    double lookups = (double)passes * (double)count;
    printf("nanoseconds=%f\nallocations=%f\n", (double)elapsed / lookups, (double)(allocations() - before) / lookups);
    printf("sum=%ld\nfingerprint=%016lx\n", sum, fingerprint);
    return 0;
}
