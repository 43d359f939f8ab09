import Foundation
import Glibc

/// Runs `body` as someone who may not write into `folder`. Root may write anywhere, so it becomes `nobody` for the
/// files that this thread touches (setfsuid(2) is a matter of one thread, and `body` does not leave it).
public func withoutWritePermission<Value>(on folder: String, _ body: () throws -> Value) throws -> Value {
  try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
  defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
  guard geteuid() == 0 else { return try body() }
  // The Swift overlay of glibc leaves <sys/fsuid.h> out.
  typealias SetFileSystemUser = @convention(c) (uid_t) -> Int32
  guard let symbol = dlsym(nil, "setfsuid") else { throw NoSuchCall() }
  let setFileSystemUser = unsafeBitCast(symbol, to: SetFileSystemUser.self)
  _ = setFileSystemUser(65_534)
  defer { _ = setFileSystemUser(0) }
  return try body()
}

struct NoSuchCall: Error {}
