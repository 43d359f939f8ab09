/// What a language tag means, after CLDR's aliases and likely subtags: `zh-CN` and `zh-Hans-CN` mean the same, and so
/// do `iw` and `he` (UTS #35, "Likely Subtags").
struct LanguageIdentity: Sendable, Hashable {
  /// The language, without aliases.
  let language: String
  /// The script of the tag, or the likely one; `Zzzz` when it is not known.
  let script: String
  /// The region of the tag; nil when it has none.
  var region: String?
  /// The variants, extensions and private subtags.
  var rest: [String]

  init(_ tag: LanguageTag) {
    let (ownLanguage, ownScript, ownRegion) = (tag.language, tag.script, tag.region)
    let alias = LikelySubtags.alias(of: ownLanguage).flatMap { LanguageTag($0) }
    language = alias?.language ?? ownLanguage
    region = ownRegion ?? alias?.region
    script =
      ownScript ?? alias?.script ?? LikelySubtags.script(of: language, region: region) ?? LikelySubtags.unknownScript
    let known = [ownScript, ownRegion].compactMap(\.self).count
    rest = tag.subtags.dropFirst(1 + known).map(String.init)
  }

  /// The same language and script in its home region, when the tag has no region.
  var inHomeRegion: LanguageIdentity {
    var identity = self
    identity.region = region ?? LikelySubtags.home(of: language, script: script)
    return identity
  }

  /// The locales that this one inherits from, nearest first, besides the one without region.
  var parents: [LanguageIdentity] {
    var parents: [LanguageIdentity] = []
    var current = self
    current.rest = []
    while parents.count < 4, let parent = current.parent {
      parents.append(parent)
      current = parent
    }
    return parents
  }

  private var parent: LanguageIdentity? {
    let names =
      region.map { ["\(language)-\(script)-\($0)", "\(language)-\($0)"] } ?? ["\(language)-\(script)", language]
    let parent = names.lazy.compactMap { LikelySubtags.parent(of: $0) }.first
    return parent.flatMap { LanguageTag($0) }.map(LanguageIdentity.init)
  }

  /// Returns whether another identity has the same language and script.
  func isWritten(like other: LanguageIdentity) -> Bool { language == other.language && script == other.script }
}
