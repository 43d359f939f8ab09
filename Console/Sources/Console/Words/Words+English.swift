import Registry

extension Words {
  /// The words in English.
  static let english = Words(
    Language(
      tag: .english, englishName: "English", ownName: "English", direction: .leftToRight, fallback: nil,
      isRequired: true, position: 1),
    checks: CheckWords.english, errors: ErrorWords.english, names: .english,
    [
      .title: "Status codes", .skip: "Skip to the content", .find: "Find",
      .findLabel: "Find a code, or what a customer saw", .signedInAs: "Signed in as {name}", .signOut: "Sign out",
      .interfaceLanguage: "Language of this page", .show: "Show", .previous: "Previous page",
      .next: "Next page", .yes: "yes", .no: "no",
      .navWork: "My work", .navCodes: "Codes", .navTexts: "Texts", .navReview: "Review", .navHistory: "History",
      .navGlossary: "Glossary", .navChecks: "Checks", .navDoctor: "Health", .navHelp: "Help",
      .signIn: "Sign in", .signInAs: "Sign in as {name}", .signInNeeded: "You are not signed in.",
      .signInHow:
        """
      To sign in, press Enter in the window in which the console runs. Open the new link, or paste it here.
      """,
      .spentLink: "This link was used already, or is older than ten minutes.", .signedOut: "You are signed out.",
      .keptText: "What you typed is kept on this page, but it is not stored yet.",
      .keptTextHow:
        """
      Sign in here or in another tab, and continue on this page: what you typed is shown \
      again, and you decide whether to store it.
      """,
      .continueSaving: "Continue with what I typed",
      .keptShown: "This is what you typed before. It is not stored yet.",
      .signInLink: "Link from the window of the console, if you have not signed in elsewhere",
      .linkField: "Link from the window of the console",
      .notALink: "This is not a link of the console. Copy the whole link from its window.",
      .signInAtProxy: "Sign in where you signed in before, and load this page again.",
      .errorTitle: "This did not work", .notFound: "There is no such page, code or operation.",
      .forbidden: "This console does not answer requests for that address.",
      .foreignOrigin: "The request came from another site, so nothing was changed.",
      .badForm: "The form could not be read, so nothing was changed.",
      .tooLarge: "The form is too large, so nothing was changed.",
      .failed: "The console could not do this. Nothing was changed.",
      .requestNumber: "Number of this request in the log: {number}",
      .registryMoved:
        "The registry must be updated before it can be used: run {command}, and try again. Nothing was stored.",
      .registryBusy:
        "Somebody else is writing, for example a long import, so nothing was stored. Try again in a moment.",
      .registryGone:
        """
      The file of the registry is not there any more, so nothing was stored. Whoever runs the console puts it back, \
      for example from a backup. Then try again; the console need not be started anew.
      """,
      .registryReplaced:
        """
      Another file has taken the place of the registry since you loaded your last page, for example a restored \
      backup. Nothing of this request was stored. Look at what the registry contains now before you go on.
      """,
      .registryUnusable:
        """
      The file of the registry cannot be used as it is. Whoever runs the console finds out more with {command}, \
      and can restore a backup. Then try again; the console need not be started anew.
      """,
      .registryFull: "The disk of the registry is full, so nothing was stored. Make room, and try again.",
      .registryReadOnly:
        "The registry cannot be written, so nothing was stored. Whoever runs the console gives it write access again.",
      .registryNotDurable:
        """
      Your change is stored, but a power failure at this moment could take it back. Load the page again later to see \
      that it is there.
      """,
      .tryAgain: "Try again",
      .typedByOther:
        """
      This was typed by {name}, and you are signed in as somebody else. Nothing was stored. Sign in as {name} in \
      another tab, and continue on this page: what was typed is shown again.
      """,
      .code: "Code", .symbol: "Symbol", .category: "Category", .state: "State", .text: "Text", .language: "Language",
      .revision: "Revision", .source: "Source text", .description: "Description", .httpStatus: "HTTP status",
      .retryable: "May be retried", .replacedBy: "Replaced by",
      .active: "active", .deprecated: "deprecated", .retired: "retired", .initial: "initial",
      .translated: "translated", .reviewed: "reviewed", .final: "final", .missing: "missing",
      .stale: "needs a look", .unfit: "must not be released",
      .author: "Written by", .writtenAt: "Written", .added: "added:", .removed: "removed:",
      .seedText: "initial text", .arguments: "Placeholders",
      .workTitle: "My work", .workNothing: "Nothing waits for you.",
      .workMissing: "{count, plural, one {# text is missing} other {# texts are missing}}",
      .workUnfit: "{count, plural, one {# text must not be released} other {# texts must not be released}}",
      .workStale: "{count, plural, one {# text needs a look} other {# texts need a look}}",
      .workReview: "{count, plural, one {# text is to be reviewed} other {# texts are to be reviewed}}",
      .lately: "Recent changes", .release: "Last release",
      .noRelease: "There is no release yet.",
      .codesTitle: "Codes", .codeCount: "{count, plural, one {# code} other {# codes}}",
      .allCategories: "All categories", .allStates: "All states", .allLanguages: "All languages", .filter: "Filter",
      .textsTitle: "Texts", .textCount: "{count, plural, one {# text} other {# texts}}",
      .nothingMatches: "Nothing matches.", .onlyMissing: "Only missing texts",
      .onlyStale: "Only texts that need a look", .onlyUnfit: "Only texts that must not be released",
      .newerCode: "Next code: {code}", .olderCode: "Previous code: {code}", .codeHistory: "History of this code",
      .save: "Save", .saveNext: "Save and next", .why: "Why (for colleagues)",
      .whyHint: "Shown in the history.", .insertArgument: "Insert",
      .sourceChanged: "The source text has changed since this text was made:", .confirm: "Still holds",
      .confirmHint: "Confirms this text as it is.",
      .dropsReview: "Saving another text makes it “translated”: somebody must review it again.",
      .impactQuestion: "If you changed the {language} text, what does it mean for the translations?",
      .impactTypo: "A typing error: nothing happens to the translations.",
      .impactMinor: "A small change of meaning: the translations need a look, and can still be released.",
      .impactMajor: "Another meaning: the translations must not be released until somebody has looked at them.",
      .impactNeeded: "Say what your change of the source text means for the translations.",
      .saved: "Saved: {what}, operation {number}.",
      .alreadySo: "It is so already; nothing was changed.", .undo: "Undo",
      .undone: "Operation {number} was undone (operation {undo}).", .undoNothing: "There was nothing left to undo.",
      .conflictTitle: "Your text is not stored yet",
      .conflictWho: "{name} changed the text of {code} in {language} while you were editing.",
      .conflictSame:
        """
      The text of {code} in {language} is the one that you began from, but {name} did something with it while you \
      were editing, such as a review.
      """,
      .conflictOther: "Another text of {code} in {language} is stored than the one that you began from.",
      .conflictBase: "You began from", .conflictTheirs: "Stored now", .conflictMine: "Yours",
      .conflictKeepTheirs: "Keep the stored text", .conflictUseMine: "Store mine in its place",
      .conflictEditMine: "Edit mine",
      .conflictSafe:
        "The text before this one stays in the history. If you keep the stored text, copy yours first if you need it.",
      .conflictOthersSaved: "Your texts in other languages are stored.", .conflictReason: "Their reason:",
      .missingText: "there was no text",
      .reviewTitle: "Review",
      .reviewCount:
        "{count, plural, one {# text of others waits for review} other {# texts of others wait for review}}",
      .reviewNothing: "No text of others waits for review.",
      .reviewOwn:
        """
      {count, plural, =0 {} one {# text of yours waits for a colleague.} other {# texts of yours wait for a \
      colleague.}}
      """,
      .accept: "Accept as reviewed", .acceptFinal: "Accept as final", .acceptNone: "Choose at least one text.",
      .accepted: "{count, plural, one {# text is accepted} other {# texts are accepted}}, operation {number}.",
      .reviewChanged:
        """
      {count, plural, one {# text has changed while you read, so nothing was accepted. It is in the list again if it \
      still waits for review.} other {# texts have changed while you read, so nothing was accepted. Those that still \
      wait for review are in the list again.}}
      """,
      .historyTitle: "History", .operation: "Operation {number}", .note: "Why",
      .changeCount: "{count, plural, one {# change} other {# changes}}",
      .undoneBy: "undone by operation {number}", .undoes: "undoes operation {number}",
      .redoes: "makes operation {number} again", .operationTitle: "Operation {number}",
      .canGoBack: "These changes would be taken back:",
      .leftAlone: "These have changed since, and would be left alone:",
      .cannotUndo: "Nothing of this operation can be taken back.", .undoThis: "Undo this operation",
      .undoPreview: "Show what an undo would take back",
      .undoReason: "Why do you undo it?", .before: "Before", .after: "After", .now: "Now",
      .doctorTitle: "Health of the registry", .doctorFine: "Everything is in order.",
      .doctorFindings: "{count, plural, one {# problem was found} other {# problems were found}}",
      .doctorChecked:
        """
      {operations, plural, one {# operation} other {# operations}} and {changes, plural, one {# change} other {# \
      changes}} of the history were compared with what is stored.
      """,
      .finding: "Problem",
      .helpTitle: "Help", .keysTitle: "Keys",
      .findHint:
        "Type a number, a symbol, or anything that a customer saw, in any language.",
      .findNothing: "No code fits.",
      .findTied:
        "{count, plural, one {# code fits} other {# codes fit equally well. More words would tell.}}",
      .findWeak: "Only similar",
      .findNumber: "The number of the code.",
      .findSymbol: "The symbol of the code.",
      .findText: "The text of the code.",
      .findPattern: "The text of the code, with these values.",
      .findPart: "A part of the text.",
      .findNear: "Similar to the text.",
      .term: "Term",
      .termForms: "other forms",
      .termSynonyms: "synonyms",
      .termForbidden: "not",
      .check: "Check",
      .severity: "Severity",
      .severityError: "error",
      .severityWarning: "warning",
      .severityNote: "remark",
      .checksNothing: "No check has found anything.",
      .draft: "Take what you typed before:",
      .helpFind:
        """
      The field at the top finds a code from whatever a customer sent: a number, some words, a whole message with \
      amounts in it, or a line of a log.
      """,
      .helpWork: "What waits for you, and the recent changes.",
      .helpCodes:
        "All codes. The page of a code has its texts in all languages, one below the other.",
      .helpTexts:
        "All texts with filters. The address of a list can be sent to a colleague.",
      .helpReview:
        "Texts of others that nobody has reviewed yet. Nobody reviews their own.",
      .helpHistory:
        "Who changed what, when and why. Every operation can be undone, after a preview.",
      .helpGlossary:
        "The words that texts use for a term, and those that they must not use.",
      .helpChecks: "What may be wrong with the texts.",
      .helpDoctor: "Whether what is stored agrees with its history.",
      .keyFind: "goes to the search.",
      .keySave: "in a text: saves and goes to the next code.",
      .workFinding:
        "{count, plural, one {# text with findings} other {# texts with findings}}",
      .listSeparator: ", ",
      .sentenceSpace: " ",
      .colon: ": ",
      .findingPlace: "Here: “{text}”.",
      .findingSuggestion: "Write: “{text}”.",
      .remedyMeant: "Did you mean {name}?",
      .remedyRenamed: "It was renamed to {name} in operation {number}.",
      .remedyExisting: "These exist: {names}.",
      .rightToLeft: "right to left",
      .leftToRight: "left to right",
      .rowLanguage: "Language {language}",
      .rowCategory: "Category {category}",
      .rowCategoryName: "Name of category {category} in {language}",
      .rowCode: "Code {code}",
      .rowText: "{code} in {language}",
      .rowTerm: "Term {term}",
      .rowRendering: "Term {term} in {language}",
      .rowSilence: "Check {check} ignored for {code} in {language}",
      .changedSinceBy: "changed since, in operation {number} by {name}.",
      .changedSince: "changed since.",
      .changedPastHistory: "another program changed it without an entry in the history.",
      .months: "January February March April May June July August September October November December",
      .time: "{day} {month} {year}, {clock} UTC",
      .formMissing: "no form of its own for this number",
      .pluralForms: "Plural forms",
      .previewTitle: "What the customer gets",
      .changedNow: "{person} changed the text in {language} ({time} UTC).",
      .changedCode: "{person} changed this code ({time} UTC).",
      .backToList: "Back to the list",
      .copyLink: "Copy link",
      .copied: "Copied",
      .missingInvite: "Not translated yet. Customers see the {language} text:",
      .termsTitle: "Glossary",
      .written: "written", .textIn: "Text in {language}",
      .refusedText: "Nothing was saved: there is an error in the {language} text.", .redo: "Redo",
      .redone: "Operation {number} was made again (operation {redo}).", .sessionEnded: "Your session has ended.",
      .comma: ", ", .picked: "Chosen:", .pickAll: "All on this page",
      .acceptHint: "Reviewed: a second person has read the text. Final: the text is settled.",
      .reviewHasErrors: "A text with an error cannot be accepted. Correct it first.",
      .reviewIsOwn: "You wrote this text, so somebody else must review it.",
      .markReviewed: "Mark as reviewed",
      .markFinal: "Mark as final",
      .removeText: "Remove …",
      .removeTitle: "Remove a text of {code}?",
      .removeQuestion: "Remove the text of {code} in {language}?",
      .removeEffect:
        """
      Customers then get the text in {language}. The removed text stays in the history, and can be brought \
      back.
      """,
      .removeSure: "Remove it",
      .removeNot: "Keep it",
      .impactHit: "Translations of this text:",
      .conflictRemoved: "{name} removed the text of {code} in {language} while you were editing.",
      .conflictField: "Your text",
      .typedKept: "What you typed is in its field. It is not stored yet.",
      .actionUnsaved: "The field has an edit that is not saved. Save it first, or put the stored text back.",
      .actionChanged:
        """
      This text has changed since you opened the page, so nothing was done. It is shown as it is now.
      """,
      .savedFindings:
        """
      {count, plural, one {The checks have # remark about it} other {The checks have # remarks about it}}
      """,
      .trailTitle: "The list that you came from",
      .pages: "Pages of the list",
      .showAll: "Show all",
      .onlyFindings: "Only texts with findings",
      .day: "Day",
      .glossaryFind: "A word in any language",
      .glossaryEmpty: "The glossary has no terms yet.",
      .allSeverities: "All severities",
      .allChecks: "All checks",
      .didYouMean: "Did you mean …?",
      .findCount: "{count, plural, one {# code may have sent this} other {# codes may have sent this}}",
      .findFormer: "Its symbol was {symbol} before.",
      .reviewChangedHere: "changed while you read",
      .workSince:
        """
      {count, plural, =0 {Nothing has changed since.} one {# operation since.} other {# operations since.}}
      """,
      .workNext: "Look up what a customer saw, or go through all texts.",
    ])
}
