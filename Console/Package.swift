// swift-tools-version: 6.3

import PackageDescription

let hummingbird: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdCore", package: "hummingbird"),
]

// This is a separate package, so that users of the library, and of `admin` alone, do not resolve the dependencies of a
// web server. The example of a service is here too, so that Hummingbird is compiled once.
let package = Package(
  name: "console",
  products: [
    .executable(name: "admin-console", targets: ["admin-console"]),
    .executable(name: "http-service", targets: ["http-service"]),
  ],
  dependencies: [
    .package(name: "status-code-registry", path: ".."),
    .package(name: "http-transport", path: "../HTTPTransport"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
  ],
  targets: [
    .target(
      name: "Console",
      dependencies: [
        .product(name: "Registry", package: "status-code-registry"),
        .product(name: "RegistryChecks", package: "status-code-registry"),
        .product(name: "RegistrySearch", package: "status-code-registry"),
        .product(name: "MessageFormat", package: "status-code-registry"),
        .product(name: "Crypto", package: "swift-crypto"),
      ] + hummingbird,
      resources: [.embedInCode("Assets/console.css"), .embedInCode("Assets/console.js")]
    ),
    .executableTarget(
      name: "admin-console",
      dependencies: ["Console", .product(name: "ArgumentParser", package: "swift-argument-parser")]
    ),
    .executableTarget(
      name: "http-service",
      dependencies: [
        .product(name: "RegistryFollowing", package: "status-code-registry"),
        .product(name: "RegistryHTTPTransport", package: "http-transport"),
      ] + hummingbird,
      path: "Examples/http-service"
    ),
    .testTarget(name: "ConsoleTests", dependencies: ["Console"]),
  ],
  swiftLanguageModes: [.v6]
)
