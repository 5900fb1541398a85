import ArgumentParser
import Storage
import TOMLKit

@main struct Carers: ParsableCommand { mutating func run() {} }
