// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "carers",
  products: [.executable(name: "carers", targets: ["carers"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .target(name: "YoungCarers"),
    .target(name: "Matching", dependencies: ["YoungCarers"]),
    .target(name: "Interchange", dependencies: ["YoungCarers"]),
    .target(
      name: "SQLiteDefence",
      dependencies: [.product(name: "GRDBSQLite", package: "GRDB.swift")]),
    .target(
      name: "Storage",
      dependencies: [
        "YoungCarers", "Matching", "Interchange", "SQLiteDefence",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "Reports", dependencies: ["YoungCarers", "Interchange", "Storage"]),
    .executableTarget(
      name: "carers",
      dependencies: [
        "Storage", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Instruments/maca-yc18.toml"), .embedInCode("Instruments/panoc-yc20.toml"),
        .embedInCode("Templates/invitation.txt"), .embedInCode("Templates/concerns.txt"),
        .embedInCode("Templates/moved.txt"), .embedInCode("Templates/cancelled.txt"),
        .embedInCode("Templates/away.txt"),
        .embedInCode("Templates/plan.html.mustache"), .embedInCode("Templates/plan.text.mustache"),
      ]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "YoungCarersTests", dependencies: ["YoungCarers", "TestSupport"]),
    .testTarget(name: "MatchingTests", dependencies: ["Matching", "TestSupport"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "TestSupport"]),
    .testTarget(name: "StorageTests", dependencies: ["Storage", "TestSupport"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "carersTests",
      dependencies: ["carers", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)
