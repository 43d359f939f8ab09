/// The names of actors.
enum ActorName {
  /// Returns whether two names are those of one actor. ASCII letters are the same in any case, because a login on one
  /// machine can be `Layla` and on another one `layla`. This is the collation NOCASE, by which every query compares
  /// them.
  static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8) { lowercased($0) == lowercased($1) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
