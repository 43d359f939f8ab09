// swift-tools-version: 6.3

import PackageDescription

// A package of its own, so that users of the library never resolve what only the benchmark needs.
let package = Package(
  name: "registry-benchmarks",
  dependencies: [
    .package(name: "status-code-registry", path: ".."),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CMalloc"),
    .target(name: "BenchSupport"),
    .executableTarget(
      name: "registry-bench",
      dependencies: [
        "BenchSupport", "CMalloc", .product(name: "Registry", package: "status-code-registry"),
        .product(name: "RegistrySearch", package: "status-code-registry"),
      ]
    ),
    .executableTarget(
      name: "swift-peers", dependencies: ["BenchSupport", .product(name: "GRDB", package: "GRDB.swift")]
    ),
  ],
  swiftLanguageModes: [.v6]
)
