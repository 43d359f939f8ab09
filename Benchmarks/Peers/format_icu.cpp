// Formats an Arabic text with the numbers from 0 to 999, as ICU does it with a pattern that was parsed before.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <time.h>
#include <unicode/msgfmt.h>

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag("ar-u-nu-latn", status);
  icu::MessageFormat format(icu::UnicodeString::fromUTF8(argv[1]), locale, status);
  icu::UnicodeString names[] = {u"count", u"reason"};
  long passes = atol(argv[2]), bytes = 0;
  long long elapsed = 0;
  for (long pass = -1; pass < passes && U_SUCCESS(status); pass++) {
    // The first pass fills caches, and counts the bytes without the direction marks of ICU.
    long long start = now();
    long sum = 0;
    for (int number = 0; number < 1000; number++) {
      icu::Formattable values[] = {icu::Formattable(number), icu::Formattable(u"خطأ")};
      icu::UnicodeString text;
      format.format(names, values, 2, text, status);
      std::string result;
      text.toUTF8String(result);
      sum += result.size();
    }
    if (pass < 0) bytes = sum;
    else elapsed += now() - start;
  }
  if (U_FAILURE(status)) return 1;
  printf("nanoseconds=%f\nsum=%ld\n", (double)elapsed / (passes * 1000.0), bytes);
  return 0;
}
