import Registry

/// A choice in a form that filters a list.
enum Choice {
  /// Returns a choice among languages, with `every` for all of them.
  static func languages(_ languages: [Language], chosen: String?, _ words: Words) -> HTML {
    let options = languages.map { language -> HTML in
      let selected: HTML = language.tag.description == chosen ? " selected" : ""
      return """
        <option value="\(language.tag)" lang="\(language.tag)" dir="\(language.direction.rawValue)"\(selected)>\
        \(language.ownName)</option>
        """
    }
    return """
      <label>\(words(.language)) <select name="language"><option value="">\(words(.allLanguages))</option>\
      \(options)</select></label>
      """
  }

  /// Returns a choice among named values.
  static func values(
    _ name: String, _ label: String, all: String, _ values: [(value: String, name: Phrase.Part)], chosen: String?
  ) -> HTML {
    let options = values.map { option -> HTML in
      let selected: HTML = option.value == chosen ? " selected" : ""
      // An option has text and no elements, so it has the language itself.
      var language: HTML = ""
      if case .value(let known?, _) = option.name {
        language = " lang=\"\(known.tag)\" dir=\"\(known.direction.rawValue)\""
      }
      let name = Phrase(parts: [option.name]).text
      return "<option value=\"\(option.value)\"\(language)\(selected)>\(name)</option>"
    }
    return """
      <label>\(label) <select name="\(name)"><option value="">\(all)</option>\(options)</select></label>
      """
  }

  /// Returns a box to tick.
  static func box(_ name: String, _ label: String, value: String = "1", isChecked: Bool) -> HTML {
    """
    <label class="box"><input type="checkbox" name="\(name)" value="\(HTML(exactly: value))"\
    \(" checked", if: isChecked)> \(label)</label>
    """
  }
}
