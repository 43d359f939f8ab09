/// The field for the reason of an edit, which the history shows.
enum NoteField {
  static func html(_ note: String?, _ words: Words) -> HTML {
    """
    <div><label for="note">\(words(.why))</label>
    <input id="note" name="note" dir="auto" maxlength="1000" value="\(HTML(exactly: note ?? ""))" \
    aria-describedby="note-hint"><span id="note-hint" class="small">\(words(.whyHint))</span></div>
    """
  }
}
