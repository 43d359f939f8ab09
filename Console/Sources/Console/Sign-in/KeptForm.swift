import HTTPTypes
import Hummingbird
import Registry

/// A form that could not be carried out, as a part of the page that says so. Nothing that was typed is lost.
struct KeptForm {
  /// The field that names the person who typed the other fields. A form with it is shown again before it is stored.
  static let typist = "typed-by"
  /// The field that names the person to whom a form was shown. In the same browser somebody else can sign in meanwhile.
  static let reader = "shown-to"
  /// The field for the link that signs that person in.
  static let link = "sign-in-link"

  let form: Form
  /// The path and query to which it was posted.
  let path: String
  /// The person who typed it; nil when that is not known.
  let typist: String?

  /// Creates the part of a page about a form.
  ///
  /// - Parameter person: The person who is taken for the one who typed it when the form does not say.
  init(_ form: Form, path: String, person: String?) {
    (self.form, self.path) = (form, path)
    typist = [form[Self.typist], form[Self.reader], person].compactMap(\.self).first { !$0.isEmpty }
  }

  /// Returns the field that names the person to whom a form is shown.
  static func readerField(_ person: String) -> HTML {
    "<input type=\"hidden\" name=\"\(reader)\" value=\"\(HTML(exactly: person))\">"
  }

  /// Returns whether a form was kept by an earlier page, so that it must be shown before it is stored.
  static func isKept(_ form: Form) -> Bool { form[typist] != nil }

  /// Returns the part of the page that says how to sign in.
  ///
  /// - Parameter asksForLink: Whether the person signs in with a link, and not at a proxy.
  func html(_ words: Words, asksForLink: Bool) -> HTML {
    let link = SignInPage.linkField(words(.signInLink))
    return """
      <div class="notice" role="status"><p><strong>\(words(.keptText))</strong></p><p>\(words(.keptTextHow))</p></div>
      \(html(words, button: .continueSaving, before: asksForLink ? link : "", isShownFirst: true))
      """
  }

  /// Returns the part of the page about an error; nothing when sending the form again cannot help and it has no text.
  func html(after error: any Error, _ words: Words) -> HTML {
    let hasTexts = form.all.contains { Self.isText($0.name) }
    switch error {
    case ConsoleError.registryReplaced, ConsoleError.typedBy:
      return html(words, button: .continueSaving, before: "", isShownFirst: true)
    case let error as RegistryError where error.code == .fileReplaced:
      return html(words, button: .continueSaving, before: "", isShownFirst: true)
    case let error as RegistryError where error.code == .notDurable: return ""
    // A reason that was refused is typed text too.
    case let error as RegistryError
    where RegistryErrorText(error, words).status.code < 500 && !hasTexts && error.code != .invalidText:
      return ""
    case is any HTTPResponseError: return ""
    default: return html(words, button: .tryAgain, before: "", isShownFirst: false)
    }
  }

  private func html(_ words: Words, button: Word, before: HTML, isShownFirst: Bool) -> HTML {
    let fields = form.all.filter { $0.name != Self.typist && $0.name != Self.link }.map { field -> HTML in
      let (name, value) = (HTML(exactly: field.name), HTML(exactly: field.value))
      if field.name == "note" {
        return """
          <p><label>\(words(.why)) <input name="note" dir="auto" maxlength="1000" value="\(value)"></label></p>
          """
      }
      guard Self.isText(field.name) else { return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }
      // The registry may not be there to tell the direction of its language.
      let tag = LanguageTag(String(field.name.dropFirst(5)))
      let direction = tag?.likelyDirection ?? .leftToRight
      return """
        <p><label>\(tag.map { Phrase(parts: [words.name(of: $0, [])]).html }) \
        <textarea name="\(name)" lang="\(tag?.description ?? "und")" \
        dir="\(direction.rawValue)" rows="2" maxlength="4000">
        \(value)</textarea></label></p>
        """
    }
    let typist: HTML = """
      <input type="hidden" name="\(Self.typist)" value="\(HTML(exactly: self.typist ?? ""))">
      """
    return """
      <form class="kept" action="\(HTML(exactly: path))" method="post">
      \(fields)\(typist, if: isShownFirst)\(before)
      <p class="actions"><button class="primary">\(words(button))</button></p>
      </form>
      """
  }

  private static func isText(_ name: String) -> Bool { name.hasPrefix("text-") }
}
