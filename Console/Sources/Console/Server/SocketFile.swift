import Glibc
import NIOCore
import NIOPosix

/// The file of a Unix domain socket. Whoever may open it can name any person, so nobody else may.
struct SocketFile {
  let path: String
  /// The group whose members may open the socket; nil when only its owner may.
  let group: String?

  /// Prepares to create the file: removes one that a killed console has left.
  ///
  /// - Returns: The id of the group.
  /// - Throws: `ConsoleConfiguration.Refusal` when the file cannot be created safely.
  func prepare() async throws -> gid_t? {
    let id = try group.map { name throws(ConsoleConfiguration.Refusal) -> gid_t in
      guard let found = getgrnam(name) else {
        throw ConsoleConfiguration.Refusal(message: "There is no group '\(name)'.")
      }
      return found.pointee.gr_gid
    }
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw ConsoleConfiguration.Refusal(message: "There is no folder '\(folder)' for the socket.")
    }
    let (others, sticky): (mode_t, mode_t) = (0o022, 0o1000)
    guard status.st_mode & others == 0 || status.st_mode & sticky != 0 else {
      throw ConsoleConfiguration.Refusal(
        message: "Others may write to the folder '\(folder)' and could put a socket of their own there.")
    }
    guard lstat(path, &status) == 0 else { return id }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw ConsoleConfiguration.Refusal(message: "'\(path)' exists and is not a socket; it was left as it is.")
    }
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
    if let channel = try? await bootstrap.connect(unixDomainSocketPath: path).get() {
      try? await channel.close()
      throw ConsoleConfiguration.Refusal(message: "Another program listens on '\(path)'.")
    }
    unlink(path)
    return id
  }

  /// Gives the file, which only its owner may open so far, to the group as well.
  func open(to group: gid_t?) throws {
    guard let group else { return }
    guard chown(path, uid_t.max, group) == 0, chmod(path, 0o660) == 0 else {
      throw ConsoleConfiguration.Refusal(message: "The socket cannot be given to the group '\(self.group ?? "")'.")
    }
  }

  /// Removes the file.
  func remove() { unlink(path) }
}
