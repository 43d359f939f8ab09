import RegistryCatalog

/// The changes of the language that answers for a tag.
///
/// A caller asks with a tag, such as `zh-SG`, which need not be a language of the registry. Adding `zh-CN` can move
/// that caller from `zh-Hans` to English. That is not visible in any field, so the gate compares the answers.
struct AnswerChanges {
  /// One change for each pair of languages, whose subject is the language that answers now.
  let changes: [SnapshotChange]

  init(from old: Snapshot, to new: Snapshot) {
    let (before, after) = (old.languages, new.languages)
    guard before != after else {
      changes = []
      return
    }
    let remaining = Set(after.map(\.tag))
    let chains = Dictionary(after.fallbackChains.map { ($0.language, $0.chain) }) { first, _ in first }
    let (wasSource, isSource) = (before.first { $0.fallback == nil }?.tag, after.first { $0.fallback == nil }?.tag)
    var found: Set<[LanguageTag]> = []
    let (matchedBefore, matchedAfter) = (LanguageMatcher(before.map(\.tag)), LanguageMatcher(after.map(\.tag)))
    for tag in Self.probes(before.map(\.tag) + after.map(\.tag)) {
      guard let was = matchedBefore.match(tag).map({ before[$0].tag }) ?? wasSource,
        let becomes = matchedAfter.match(tag).map({ after[$0].tag }) ?? isSource
      else { continue }
      // A language that falls back to the previous answer refines it. The removal of a language is a change of its own.
      if !(chains[becomes] ?? []).contains(was), remaining.contains(was) { found.insert([becomes, was]) }
    }
    changes = found.sorted { $0.lexicographicallyPrecedes($1) }.map {
      SnapshotChange(
        kind: .languageAnswerChanged, row: .language($0[0]), field: "answer", before: .text($0[1].description),
        after: .text($0[0].description))
    }
  }

  /// Returns tags that callers may ask with: the languages themselves, and each with every script and region that the
  /// data of CLDR or another language has.
  private static func probes(_ known: [LanguageTag]) -> Set<LanguageTag> {
    let languages = Set(known.map(\.language))
    let scripts = Set(known.compactMap(\.likelyScript))
    let regions = LanguageTag.regionsOfLocales.union(known.compactMap(\.region))
    var probes = Set(known)
    for language in languages {
      let forms = [language] + scripts.map { "\(language)-\($0)" } + regions.map { "\(language)-\($0)" }
      probes.formUnion(forms.compactMap { LanguageTag($0) })
    }
    return probes
  }
}
