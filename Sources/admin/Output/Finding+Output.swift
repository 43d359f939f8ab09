import Registry

extension Finding {
  /// The finding with what names its row.
  var json: JSON {
    let members: [String: JSON] = [
      "check": .string(check), "severity": .string(severity.rawValue), "message": .string(message),
    ]
    return .object((row?.json ?? [:]).merging(members) { _, new in new })
  }
}
