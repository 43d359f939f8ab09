extension Names {
  /// The names in English.
  static let english = Names(
    fields: [
      "text": "Text", "state": "State", "symbol": "Symbol", "category": "Category", "replaced_by": "Replaced by",
      "http_status": "HTTP status", "retryable": "May be retried", "description": "Description",
      "position": "Position", "english_name": "English name", "own_name": "Own name", "direction": "Direction",
      "fallback": "Fallback language", "required": "Required for a release", "ranges": "Ranges of numbers",
      "name": "Name", "source": "Term", "note": "Note", "other_forms": "Other forms", "synonyms": "Synonyms",
      "forbidden": "Forbidden words", "reason": "Reason", "meaning_revision": "Link to the source text",
      "source_revision": "Link to the source text", "source_major_revision": "Link to the source text",
    ],
    commands: [
      "console edit": "edited", "console review": "reviewed", "console undo": "undone", "init": "registry created",
      "doctor --adopt": "changes of another program adopted", "check --silence": "check ignored",
      "check --unsilence": "check no longer ignored", "undo": "undone", "redo": "made again",
      "translation set": "text set", "translation unset": "text removed", "translation edit": "texts edited",
      "translation import": "texts imported", "translation review": "texts reviewed", "code add": "codes added",
      "code edit": "code edited", "code retire": "code retired", "code deprecate": "code deprecated",
      "category add": "category added", "category edit": "category edited", "category remove": "category removed",
      "language add": "languages added", "language edit": "language edited", "language remove": "language removed",
      "term add": "terms added", "term edit": "term edited", "term remove": "term removed",
    ],
    characters: [
      "20": "space", "9": "tab", "A": "line break", "D": "line break", "A0": "no-break space", "AD": "soft hyphen",
      "3000": "wide space", "61C": "Arabic direction mark", "200B": "zero-width space", "200C": "non-joiner",
      "200D": "joiner", "200E": "left-to-right mark", "200F": "right-to-left mark",
      "202A": "start of left-to-right text", "202B": "start of right-to-left text", "202C": "end of direction",
      "202D": "forced left-to-right", "202E": "forced right-to-left", "2060": "word joiner",
      "2066": "left-to-right isolate", "2067": "right-to-left isolate", "2068": "isolate", "2069": "end of isolate",
      "FEFF": "byte order mark", "FFFD": "lost character", "": "invisible character",
    ],
    categories: [
      "zero": "zero", "one": "one", "two": "two", "few": "few", "many": "many", "other": "other",
    ],
    languages: [
      "ar": "Arabic", "bn": "Bengali", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
      "fil": "Filipino", "fr": "French", "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian",
      "ja": "Japanese", "ko": "Korean", "ml": "Malayalam", "ms": "Malay", "ne": "Nepali", "nl": "Dutch",
      "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ru": "Russian", "sw": "Swahili", "ta": "Tamil",
      "th": "Thai", "tr": "Turkish", "ur": "Urdu", "vi": "Vietnamese", "zh-Hans": "Simplified Chinese",
      "zh-Hant": "Traditional Chinese",
    ])
}
