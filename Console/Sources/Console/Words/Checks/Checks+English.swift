extension CheckWords {
  /// What checks and examinations find, in English.
  static let english: [String: CheckWords] = [
    "missing-argument": CheckWords(
      "Missing placeholder",
      "The form {form} lacks {argument}, which the source text shows. Add it, or customers do not see this value.",
      "The text lacks {argument}, which the source text shows. Add it, or customers do not see this value."),
    "unexpected-argument": CheckWords(
      "Unknown placeholder",
      "The source text does not use {argument} here, so customers would get no message. Delete it."),
    "translated-argument": CheckWords(
      "Translated placeholder",
      "The name of a placeholder is not translated. Customers see its value, and never its name."),
    "argument-kind": CheckWords(
      "Placeholder of another kind",
      """
      {argument} is used in another way than in the source text (a number, a text, or a choice). Write it as the \
      source text does.
      """),
    "quoted-argument": CheckWords(
      "Apostrophe before a placeholder",
      """
      The apostrophe before the placeholder switches it off, so customers read its name in braces. Write two \
      apostrophes.
      """),
    "full-width-brace": CheckWords(
      "Full-width braces",
      """
      Full-width braces are ordinary letters, so customers read the name of the placeholder. Write the braces of \
      half width.
      """),
    "missing-form": CheckWords(
      "Missing plural form",
      """
      There is no text for the numbers {numbers} (form {form} of {argument}). Add it, or customers read the words \
      for other numbers.
      """),
    "unreachable-form": CheckWords(
      "Form that is never used",
      "The form {form} of {argument} is never used, because another form has its numbers. Delete it."),
    "repeated-form": CheckWords(
      "Same words in two forms",
      "The form {form} of {argument} has the words of another form. Check the words for this number."),
    "unknown-word": CheckWords(
      "Unknown choice",
      """
      The source text has no choice {form} of {argument}, so these words are never shown. The name of a choice is \
      not translated.
      """),
    "missing-word": CheckWords(
      "Missing choice",
      "There are no words for the choice {form} of {argument}, so customers read the general ones. Add them."),
    "unchanged": CheckWords("Not translated", "The text is the same as the source text. Translate it."),
    "leading-space": CheckWords("Space at the start", "The text begins with a space, which nobody sees. Delete it."),
    "trailing-space": CheckWords("Space at the end", "The text ends with a space, which nobody sees. Delete it."),
    "double-space": CheckWords("Two spaces in a row", "There are two spaces in a row. Leave one."),
    "doubled-word": CheckWords("Word written twice", "A word is written twice. Delete one, unless it is meant so."),
    "end-mark": CheckWords(
      "Other mark at the end",
      "The text ends with {mark}, and the source text with {sourceMark}. End both in the same way.",
      "The text ends with {mark}, and the source text without a mark. Delete it.",
      "The source text ends with {sourceMark}, and the text without a mark. Add the mark."),
    "too-long": CheckWords(
      "Too long",
      "The text is much longer than the source text ({factor} to 1). Shorten it.",
      """
      The text has {length, plural, one {# character} other {# characters}}, and few people read so much. Shorten \
      it.
      """),
    "too-short": CheckWords(
      "Too short",
      "The text is much shorter than the source text ({length} and {sourceLength} characters). Is a part missing?"),
    "different-number": CheckWords(
      "Other number",
      "The text has the number {number} where the source text has {sourceNumber}. Check it.",
      "The source text does not have the number {number}. Check it.",
      "The text lacks the number {sourceNumber} of the source text. Add it."),
    "unpaired-bracket": CheckWords(
      "Bracket without its partner",
      "A bracket has no partner. Add the other one, or delete it."),
    "changed-url": CheckWords(
      "Other web address",
      "The text lacks the web address {address} of the source text. Add it.",
      "The source text does not have this web address. Use that of the source text."),
    "changed-email": CheckWords(
      "Other e-mail address",
      "The text lacks the e-mail address {address} of the source text. Add it.",
      "The source text does not have this e-mail address. Use that of the source text."),
    "other-term": CheckWords(
      "Other words than in the glossary",
      "In the glossary, {term} is {renderings}. Use these words."),
    "forbidden-term": CheckWords(
      "Words that the glossary forbids",
      "The text has “{found}”; for {term} the glossary has “{renderings}”.",
      "For {term} the glossary has {renderings}, and not these words."),
    "replacement-character": CheckWords(
      "Lost character",
      "A character was lost when the text was copied. Copy it again from where it is right, or type it."),
    "mojibake": CheckWords(
      "Garbled text",
      "The text was garbled when it was copied or opened in another program. Copy it again from where it is right."),
    "different-renderings": CheckWords(
      "Two translations of one source text",
      "Code {code} has the same source text and another translation. Use one translation for both."),
    "same-text": CheckWords(
      "Same text as another code",
      "Code {code} has the same text, so customers cannot tell the two apart. Is that intended?"),
    "bidi-control": CheckWords(
      "Invisible direction mark",
      """
      An invisible mark changes the order of the text around it. Delete the letters on both sides of it, and type \
      them again.
      """),
    "invisible-character": CheckWords(
      "Invisible character",
      """
      An invisible character is in the text, so that search does not find the word. Delete the letters on both \
      sides of it, and type them again.
      """),
    "look-alike-letter": CheckWords(
      "Letter of another alphabet",
      "A letter of this word is from another alphabet and only looks right. Type the word again."),
    "decomposed-character": CheckWords(
      "Letter in two parts",
      "A letter and its mark are stored as two characters. Type the letter again."),
    "reordered-run": CheckWords(
      "Displayed in another order",
      "Customers see this part as {displayed}. Put it elsewhere in the sentence, or use the text below."),
    "latin-punctuation": CheckWords(
      "Latin punctuation in Arabic",
      "Arabic has a comma, semicolon and question mark of its own. Use them."),
    "percent-sign": CheckWords(
      "Percent sign of other digits",
      "This percent sign belongs to digits of another kind. Use the other one."),
    "tatweel": CheckWords(
      "Stretched letter",
      "The word is stretched, so that search does not find it. Write it without the stretching."),
    "presentation-form": CheckWords(
      "Letters copied from a PDF file",
      "These letters were copied as shapes, as from PDF files, so that search does not find them. Type them again."),
    "mixed-digits": CheckWords("Two kinds of digits", "The text has digits of two kinds. Use one kind."),
    "persian-letter": CheckWords(
      "Persian or Urdu letter",
      "This letter is of Persian or Urdu and only looks Arabic. Type the Arabic one."),
    "traditional-character": CheckWords(
      "Traditional character",
      "This text is in Simplified Chinese. Write the simplified character."),
    "simplified-character": CheckWords(
      "Simplified character",
      "This text is in Traditional Chinese. Write the traditional character."),
    "half-width-punctuation": CheckWords("Half-width punctuation", "Punctuation of Chinese is of full width. Use it."),
    "full-width-latin": CheckWords(
      "Full-width letters or digits",
      "Latin letters and digits are written in half width. Type them again."),
    "wrong-ellipsis": CheckWords("Wrong ellipsis", "The ellipsis of Chinese has six dots (……)."),
    "missing-space": CheckWords("Missing space", "Between Chinese and Latin characters there is a space. Add it."),
    "space-beside-chinese": CheckWords(
      "Needless space",
      "Between Chinese characters and beside full-width punctuation there is no space. Delete it."),
    "untranslated-words": CheckWords(
      "Words left in English",
      "These words were left as they are in the source text. Translate them."),
    "space-before-mark": CheckWords("Space before a mark", "There is no space before this mark. Delete it."),
    "changed-markup": CheckWords(
      "Other formatting tags",
      "The text lacks {tag}, which the source text has. Add it, or the page shows the text in another form.",
      "The source text does not have this tag. Use the tags of the source text."),
    "radical": CheckWords(
      "Sign of a dictionary",
      "This sign only looks like the character, as in texts copied from PDF files. Type the character again."),
    "integrity": CheckWords(
      "Damaged file",
      "The file of the registry is damaged. Tell those who run the console before anybody edits."),
    "foreign-key": CheckWords(
      "Reference to nothing",
      "An entry refers to one that does not exist. Tell those who run the console."),
    "unrecorded-change": CheckWords(
      "Changed past the history",
      """
      Another program changed this. {field} is {stored}, and the history says {recorded}. Tell those who run the \
      console.
      """,
      "Another program wrote this. {field} is {stored}, and the history has no value. Tell those who run the console.",
      """
      Another program removed this. {field} has no value, and the history says {recorded}. Tell those who run the \
      console.
      """,
      "Another program changed this without an entry in the history. Tell those who run the console."),
    "history-gap": CheckWords(
      "Gap in the history",
      """
      Before operation {operation}, {field} was changed without an entry in the history. The text itself can be \
      right.
      """),
    "invalid-content": CheckWords(
      "Content that breaks a rule",
      """
      Another program wrote something here that the rules do not allow. Write it again, or tell those who run the \
      console.
      """),
    "invalid-record": CheckWords(
      "Entry that breaks a rule",
      "An entry of the history or of the releases has an impossible time or name. Tell those who run the console."),
    "release-not-reproducible": CheckWords(
      "Release that differs from the history",
      "The history does not lead to the release {release}. Tell those who run the console."),
  ]
}
