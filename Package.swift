// swift-tools-version: 6.3

import PackageDescription

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "status-code-registry",
  products: [
    .library(name: "Registry", targets: ["Registry"]),
    .library(name: "RegistryCatalog", targets: ["RegistryCatalog"]),
    .library(name: "RegistryFollowing", targets: ["RegistryFollowing"]),
    .library(name: "RegistryChecks", targets: ["RegistryChecks"]),
    .library(name: "RegistrySearch", targets: ["RegistrySearch"]),
    .library(name: "MessageFormat", targets: ["MessageFormat"]),
    .executable(name: "admin", targets: ["admin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "RegistryBytes", dependencies: ["CLinux"]),
    .target(name: "RegistrySQLite", dependencies: ["CSQLite", "RegistryBytes"]),
    .target(name: "MessageFormat"),
    .target(name: "RegistryCatalog", dependencies: ["RegistryBytes", "MessageFormat", crypto]),
    .target(name: "RegistryFollowing", dependencies: ["RegistryCatalog", "RegistryBytes", crypto]),
    .target(name: "TextFolding"),
    .target(name: "RegistryChecks", dependencies: ["RegistryCatalog", "MessageFormat", "TextFolding"]),
    .target(name: "RegistrySearch", dependencies: ["RegistryCatalog", "MessageFormat", "TextFolding"]),
    .target(
      name: "Registry", dependencies: ["RegistryCatalog", "RegistryChecks", "RegistrySQLite", crypto],
      plugins: ["EmbedSQL"]),
    .executableTarget(
      name: "admin",
      dependencies: [
        "Registry", "RegistrySearch", "RegistryFollowing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]
    ),
    .executableTarget(name: "embed-sql"),
    .executableTarget(
      name: "service-example", dependencies: ["Registry", "RegistryFollowing"], path: "Examples/swift"),
    .executableTarget(name: "catalog-example", dependencies: ["RegistryCatalog"], path: "Examples/catalog"),
    .plugin(
      name: "EmbedSQL", capability: .buildTool(), dependencies: ["embed-sql"],
      // A link to the migrations: SwiftPM plans anew when a file comes or goes in a target's folder, and only there.
      exclude: ["migrations"]
    ),
    .target(
      name: "RegistryTestSupport", dependencies: ["RegistryCatalog", "RegistrySQLite"],
      path: "Tests/RegistryTestSupport"),
    .testTarget(name: "RegistryBytesTests", dependencies: ["RegistryBytes", "RegistrySQLite", "RegistryTestSupport"]),
    .testTarget(name: "RegistrySQLiteTests", dependencies: ["RegistryBytes", "RegistrySQLite", "RegistryTestSupport"]),
    .executableTarget(name: "format-message", dependencies: ["MessageFormat"], path: "Tests/FormatMessage"),
    .testTarget(
      name: "MessageFormatTests", dependencies: ["MessageFormat", "format-message"], exclude: ["Fixtures"]),
    .testTarget(
      name: "RegistryCatalogTests", dependencies: ["RegistryCatalog", "RegistryTestSupport"], exclude: ["Fixtures"]),
    .target(
      name: "FollowModel", dependencies: ["RegistryFollowing", "RegistryTestSupport", crypto], path: "Tests/FollowModel"
    ),
    .executableTarget(name: "follow-model", dependencies: ["FollowModel"], path: "Tests/FollowModelRun"),
    .testTarget(
      name: "RegistryFollowingTests",
      dependencies: ["RegistryFollowing", "FollowModel", "Registry", "RegistryTestSupport"]),
    .testTarget(name: "TextFoldingTests", dependencies: ["TextFolding"]),
    .testTarget(
      name: "RegistryChecksTests", dependencies: ["RegistryChecks", "RegistryTestSupport"],
      exclude: ["Corpus", "Fixtures"]),
    .testTarget(
      name: "RegistrySearchTests", dependencies: ["RegistrySearch", "Registry", "RegistryTestSupport"]),
    .executableTarget(name: "swap-storm", dependencies: ["Registry"], path: "Tests/SwapStorm"),
    .testTarget(
      name: "RegistryTests",
      dependencies: ["Registry", "swap-storm", "RegistryTestSupport"],
      exclude: ["Fixtures"]
    ),
    .executableTarget(name: "edit-storm", dependencies: ["Registry"], path: "Tests/EditStorm"),
    .testTarget(name: "AdminTests", dependencies: ["admin", "edit-storm", "RegistryTestSupport"]),
    .testTarget(
      name: "ProjectTests",
      dependencies: [
        "admin", "embed-sql", "service-example", "catalog-example", "format-message", "MessageFormat",
        "RegistryTestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// The plugin that makes the documentation is resolved only when it is asked for: scripts/docs.
if Context.environment["REGISTRY_DOCS"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}
