/// Finds the language that a tag refers to, among known ones.
///
/// A match always has the language and the script of the tag, after CLDR's aliases and likely subtags. In order of
/// preference:
///
/// 1. the tag itself;
/// 2. the same region, with the most of the tag's variants and extensions;
/// 3. the region of a parent locale: `zh-HK` for `zh-MO`, `es-419` for `es-AR` (UTS #35, "Parent Locales");
/// 4. no region (RFC 4647, section 3.4: subtags are removed from the end);
/// 5. another region: one with the same parent, then the home region of the language, then the first by its tag.
package final class LanguageMatcher: Sendable {
  private let tags: [LanguageTag]
  private let identities: [LanguageIdentity]

  /// Prepares the known languages for matching.
  package init(_ tags: [LanguageTag]) {
    self.tags = tags
    identities = tags.map(LanguageIdentity.init)
  }

  /// Returns the index of the language that a tag refers to; nil when there is none.
  package func match(_ tag: LanguageTag) -> Int? {
    if let exact = tags.firstIndex(of: tag) { return exact }
    let wanted = LanguageIdentity(tag)
    let places = identities.indices.filter { place in
      let known = identities[place]
      return known.isWritten(like: wanted) && wanted.rest.starts(with: known.rest)
    }.sorted { (identities[$1].rest.count, tags[$0]) < (identities[$0].rest.count, tags[$1]) }
    // Most registries have one language in this script. The order of preference matters only among several.
    guard places.count > 1 else { return places.first ?? matchOfParentLanguage(wanted) }
    let parents = wanted.parents
    for locale in [wanted] + parents where locale.region != nil {
      if let place = places.first(where: { identities[$0].region == locale.region }) { return place }
    }
    if let place = places.first(where: { identities[$0].region == nil }) { return place }
    let family = Set(parents.map(\.region) + [wanted.region])
    let home = LikelySubtags.home(of: wanted.language, script: wanted.script)
    return places.first { identities[$0].parents.contains { family.contains($0.region) } }
      ?? places.first { identities[$0].region == home } ?? places.first
  }

  /// Returns a language that the language of the tag inherits from: `no` for `nn`.
  private func matchOfParentLanguage(_ wanted: LanguageIdentity) -> Int? {
    var plain = wanted
    (plain.region, plain.rest) = (nil, [])
    guard let parent = plain.parents.first(where: { $0.language != wanted.language }) else { return nil }
    return identities.firstIndex { $0.isWritten(like: parent) && $0.region == nil && $0.rest.isEmpty }
  }
}

extension LanguageTag {
  /// The script that text in this language is usually written in; nil when it is not known.
  ///
  /// This is the script of the tag, or else the likely script of its language and region (CLDR likelySubtags.xml).
  public var likelyScript: String? {
    let script = LanguageIdentity(self).script
    return script == LikelySubtags.unknownScript ? nil : script
  }

  /// The writing direction of ``likelyScript``; nil when the script is not known.
  public var likelyDirection: Direction? {
    likelyScript.map { LikelySubtags.rightToLeft.contains($0) ? .rightToLeft : .leftToRight }
  }

  /// The regions that occur in the data of CLDR about locales.
  package static let regionsOfLocales = LikelySubtags.regionsOfLocales

  /// Returns whether another tag means the same language, script and region: `zh-CN` means the same as `zh-Hans`, and
  /// `iw` the same as `he`.
  public func meansTheSame(as other: LanguageTag) -> Bool {
    LanguageIdentity(self).inHomeRegion == LanguageIdentity(other).inHomeRegion
  }

  /// Returns the language that this tag refers to, among the given ones.
  ///
  /// A match never has another script: for `zh-CN` and `zh` it can be `zh-Hans`, for `zh-TW` and `zh-Hant` it cannot.
  /// Deprecated and overlong language codes, such as `iw` and `cmn`, are replaced by their usual ones. The best match
  /// has the same region, then the region of a parent locale, then no region (RFC 4647, section 3.4), then another
  /// region (CLDR likelySubtags, languageAlias and parentLocales).
  ///
  /// - Parameter known: The tags to choose from.
  /// - Returns: The best match; nil when there is none.
  public func lookup(in known: some Collection<LanguageTag>) -> LanguageTag? {
    let tags = Array(known)
    return LanguageMatcher(tags).match(self).map { tags[$0] }
  }
}

extension String {
  /// Returns whether this tag matches a language range by basic filtering (RFC 4647, section 3.3.1).
  func isInRange(_ range: String) -> Bool {
    let (tag, range) = (lowercased(), range.lowercased())
    return tag == range || tag.hasPrefix(range + "-")
  }
}
