import Foundation

@main
enum Program {
  static func main() {
    Precautions.take()
    exit(Carers.run(Array(CommandLine.arguments.dropFirst()), .system()))
  }
}
