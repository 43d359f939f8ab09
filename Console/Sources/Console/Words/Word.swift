/// A word or sentence of the interface. The arguments of each are in its English text.
enum Word: String, CaseIterable, Sendable {
  // Every page
  case title, skip, find, findLabel, signedInAs, signOut, interfaceLanguage, show, previous, next, yes, no
  case navWork, navCodes, navTexts, navReview, navHistory, navGlossary, navChecks, navDoctor, navHelp
  // Signing in
  case signIn, signInAs, signInNeeded, signInHow, spentLink, signedOut, keptText, keptTextHow, continueSaving
  case keptShown, signInLink, linkField, notALink, signInAtProxy
  // Errors
  case errorTitle, notFound, forbidden, foreignOrigin, badForm, tooLarge, failed, requestNumber
  case registryMoved, registryBusy, registryGone, registryReplaced, registryUnusable, registryFull, registryReadOnly
  case registryNotDurable, tryAgain, typedByOther
  // Words about codes and texts
  case code, symbol, category, state, text, language, revision, source, description, httpStatus, retryable, replacedBy
  case active, deprecated, retired, initial, translated, reviewed, final, missing, stale, unfit
  case author, writtenAt, added, removed, seedText, arguments
  // My work
  case workTitle, workNothing, workMissing, workUnfit, workStale, workReview, workFinding, lately
  case release, noRelease
  // Codes and texts
  case codesTitle, codeCount, allCategories, allStates, allLanguages, filter, textsTitle, textCount, nothingMatches
  case onlyMissing, onlyStale, onlyUnfit
  // One code
  case newerCode, olderCode, codeHistory, save, saveNext, why, whyHint, insertArgument
  case sourceChanged, confirm, confirmHint, dropsReview
  case impactQuestion, impactTypo, impactMinor, impactMajor, impactNeeded
  case saved, alreadySo, undo, undone, undoNothing
  // Conflict
  case conflictTitle, conflictWho, conflictBase, conflictTheirs, conflictMine, conflictKeepTheirs, conflictUseMine
  case conflictEditMine, conflictSafe, conflictOthersSaved, conflictReason, missingText
  case conflictSame, conflictOther
  // Review
  case reviewTitle, reviewCount, reviewNothing, reviewOwn, accept, acceptFinal, acceptNone, accepted, reviewChanged
  // History and operations
  case historyTitle, operation, note, changeCount, undoneBy, undoes, redoes, operationTitle, canGoBack
  case leftAlone, cannotUndo, undoThis, undoPreview, undoReason, before, after, now
  // State of the registry
  case doctorTitle, doctorFine, doctorFindings, doctorChecked, finding
  // Finding
  case findHint, findNothing, findTied, findWeak, findNumber, findSymbol, findText, findPattern, findPart, findNear
  // Glossary and checks
  case term, termForms, termSynonyms, termForbidden, check, severity, severityError, severityWarning, severityNote
  case checksNothing, draft
  // Help
  case helpTitle, keysTitle, helpFind, helpWork, helpCodes, helpTexts, helpReview, helpHistory, helpGlossary
  case helpChecks, helpDoctor, keyFind, keySave
  // Sentences and lists
  case listSeparator, sentenceSpace, colon
  // Findings and errors
  case findingPlace, findingSuggestion, remedyMeant, remedyRenamed, remedyExisting
  // Rows and their values
  case rowLanguage, rowCategory, rowCategoryName, rowCode, rowText, rowTerm, rowRendering, rowSilence
  case rightToLeft, leftToRight, changedSinceBy, changedSince, changedPastHistory, months, time
  // Editing, lists and their empty states
  case formMissing, pluralForms, previewTitle, changedNow, changedCode, backToList, copyLink, copied, missingInvite,
    termsTitle
  case written, textIn, refusedText, redo, redone, sessionEnded, comma, acceptHint, picked, pickAll
  case reviewHasErrors, reviewIsOwn, markReviewed, markFinal, removeText, removeTitle, removeQuestion
  case removeEffect, removeSure, removeNot, impactHit, conflictRemoved, conflictField, typedKept, actionChanged
  case actionUnsaved
  case savedFindings, trailTitle, pages, showAll, onlyFindings, day, glossaryFind, glossaryEmpty, allSeverities
  case allChecks, didYouMean, findCount, findFormer, reviewChangedHere, workSince, workNext
}
