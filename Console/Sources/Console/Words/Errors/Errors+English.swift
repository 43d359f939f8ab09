extension ErrorWords {
  /// What errors say, in English.
  static let english: [String: [String]] = [
    "code-not-found": ["There is no code with this number or symbol."],
    "category-not-found": ["There is no such category."],
    "language-not-found": ["The registry does not have this language."],
    "invalid-language-tag": ["The registry does not have this language."],
    "translation-not-found": ["The code has no text in this language any more. Load the page again."],
    "term-not-found": ["The glossary does not have this term."],
    "silence-not-found": ["This check is not ignored for this text."],
    "operation-not-found": ["The history has no operation with this number."],
    "actor-not-found": ["Nobody of this name has changed anything."],
    "nothing-to-reverse": ["There is nothing left to undo."],
    "changed-since": [
      """
      Somebody else has changed this since you opened the page. Nothing was changed. Load the page again, and \
      repeat your change.
      """
    ],
    "replaces-accepted-text": ["Somebody else wrote this text, and it is reviewed. Open its code and change it there."],
    "input-output": ["The disk reported an error. Nothing was changed. Tell those who run the console."],
    "empty-text": ["The text is empty, or shows nothing. Write a text that can be seen."],
    "invalid-text": [
      """
      A text is one line of visible characters. This one has {characters}. Delete the letters on both sides of it, \
      and type them again.
      """,
      "The text is longer than {limit} characters. Shorten it.",
      "A text or reason is empty, too long, or has characters that nobody can see. Type it again.",
    ],
    "invalid-pattern": [
      "The braces are not right at character {position}: {excerpt}. A placeholder is written as {example}.",
      "The braces of the text are not right. A placeholder is written as {example}.",
    ],
    "arguments-differ": [
      """
      The text lacks {missing}, and has {extra}, which the source text does not have. Use exactly the placeholders \
      of the source text.
      """,
      "The text lacks {missing}, which the source text has. Add it.",
      "The source text does not have {extra}. Delete it.",
      "The placeholders are used in another way than in the source text. Write them as it does.",
    ],
    "source-arguments-differ": [
      """
      Your source text has other placeholders than before, so the translations do not fit any more. Choose that \
      the meaning has changed, or keep the placeholders.
      """
    ],
    "check-failed": ["A check has found an error in the text."],
    "reviews-own-text": ["You wrote this text, so somebody else must review it."],
    "rule-broken": ["The rules of the registry do not allow this. Nothing was changed."],
    "already-exists": ["This number, symbol or name is in use already. Nothing was changed."],
    "invalid-value": ["A value is not one that is allowed. Nothing was changed."],
    "other": ["This was not possible ({code}). Nothing was changed. Tell those who run the console."],
  ]
}
