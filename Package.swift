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
    .executableTarget(
      name: "carers",
      dependencies: [
        "Storage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    .testTarget(name: "YoungCarersTests", dependencies: ["YoungCarers"]),
    .testTarget(name: "MatchingTests", dependencies: ["Matching"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange"]),
    .testTarget(name: "StorageTests", dependencies: ["Storage"]),
    .testTarget(
      name: "carersTests", dependencies: ["carers"], exclude: ["Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)
