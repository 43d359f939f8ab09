#include "message.h"

#include <cstdlib>
#include <cstring>
#include <string>
#include <unicode/msgfmt.h>

char *message_format(const char *pattern, const char *language, const struct message_value *values, int count) {
  UErrorCode status = U_ZERO_ERROR;
  // ASCII digits in every language: the digits that ICU takes for Arabic depend on its version.
  icu::Locale locale = icu::Locale::forLanguageTag(std::string(language) + "-u-nu-latn", status);
  if (U_FAILURE(status)) return nullptr;
  icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), locale, status);
  if (U_FAILURE(status)) return nullptr;
  icu::UnicodeString *names = new icu::UnicodeString[count];
  icu::Formattable *arguments = new icu::Formattable[count];
  for (int i = 0; i < count; i++) {
    names[i] = icu::UnicodeString::fromUTF8(values[i].name);
    if (values[i].text == nullptr) {
      arguments[i] = icu::Formattable(static_cast<int64_t>(values[i].number));
    } else {
      // FSI and PDI keep the value in its own direction.
      arguments[i] = icu::Formattable(
          icu::UnicodeString(u"\u2068") + icu::UnicodeString::fromUTF8(values[i].text) + icu::UnicodeString(u"\u2069"));
    }
  }
  icu::UnicodeString result;
  format.format(names, arguments, count, result, status);
  delete[] names;
  delete[] arguments;
  if (U_FAILURE(status)) return nullptr;
  std::string bytes;
  return strdup(result.toUTF8String(bytes).c_str());
}
