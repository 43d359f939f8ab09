// swift-tools-version: 6.3

import PackageDescription

// This is a separate package, so that users of the library do not resolve the dependencies of this example.
let package = Package(
  name: "http-service",
  dependencies: [
    .package(name: "status-code-registry", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
  ],
  targets: [
    .executableTarget(
      name: "http-service",
      dependencies: [
        .product(name: "RegistryCatalog", package: "status-code-registry"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ],
      path: "Sources"
    )
  ],
  swiftLanguageModes: [.v6]
)
