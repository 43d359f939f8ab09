// swift-tools-version: 6.3

import PackageDescription

// This is a separate package, so that only services that want this client resolve and build it.
let package = Package(
  name: "http-transport",
  products: [.library(name: "RegistryHTTPTransport", targets: ["RegistryHTTPTransport"])],
  dependencies: [
    .package(name: "status-code-registry", path: ".."),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    .target(
      name: "RegistryHTTPTransport",
      dependencies: [
        .product(name: "RegistryFollowing", package: "status-code-registry"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
      ]
    ),
    .testTarget(name: "RegistryHTTPTransportTests", dependencies: ["RegistryHTTPTransport"]),
  ],
  swiftLanguageModes: [.v6]
)
