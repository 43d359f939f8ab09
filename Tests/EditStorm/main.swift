import Registry

/// `edit-storm PATH NAME EDITS`: so many edits on ten rows of a registry, each from the revision that was last seen,
/// tried again after a conflict until it goes through. Prints how many conflicts there were.
let arguments = CommandLine.arguments
let (name, edits) = (arguments[2], Int(arguments[3]) ?? 0)
let codes = ["1400", "1401", "1402", "1403", "1404", "1405", "1406", "1407", "1500", "1501"]
let store = try RegistryStore(opening: RegistryPath(arguments[1]), for: .editing)
var seen: [String: Int] = [:]
var (done, conflicts) = (0, 0)
while done < edits {
  let code = codes[done % codes.count]
  let revision = seen[code] ?? 1
  let text = "\(name)-\(done)"
  let edit = Result {
    try store.edit(as: OperationIntent(actor: name, command: "storm")) { (editor) throws(RegistryError) in
      try editor.setTranslation(code: code, language: "ar", text: text, ifRevision: revision)
    }
  }
  switch edit {
  case .success(let outcome):
    seen[code] = outcome.value.revision
    done += 1
  case .failure(let error as RegistryError) where error.code == .changedSince:
    conflicts += 1
    seen[code] = try store.read { try $0.details(ofCode: code) }.slots.first { $0.language == .arabic }?.translation?
      .revision
  case .failure(let error as RegistryError) where error.code == .busy: continue
  case .failure(let error): throw error
  }
}
print(conflicts)
