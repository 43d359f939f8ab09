// Formats a message pattern of ICU MessageFormat from C. ICU's own functions for C, such as umsg_format, know arguments
// by number only, so this one is written in C++: message.cpp.
#ifdef __cplusplus
extern "C" {
#endif

// The value of an argument: a text, or a number when the text is NULL.
struct message_value {
  const char *name;
  const char *text;
  long long number;
};

// Returns the text in UTF-8, which the caller frees; NULL when the pattern or a value is not valid.
char *message_format(const char *pattern, const char *language, const struct message_value *values, int count);

#ifdef __cplusplus
}
#endif
