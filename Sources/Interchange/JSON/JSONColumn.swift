import YoungCarers

/// A list of texts as JSON text: how a list stands in a column.
public enum ListText {
  public static func encode(_ texts: [String]) -> String {
    var out: [UInt8] = []
    write(texts, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  public static func write(_ texts: [String], into out: inout [UInt8]) {
    var mark = UInt8(ascii: "[")
    for text in texts {
      out.append(mark)
      JSONEscape.write(text, into: &out)
      mark = UInt8(ascii: ",")
    }
    if texts.isEmpty { out.append(mark) }
    out.append(UInt8(ascii: "]"))
  }

  /// Empty where the text is not a list of texts: the column is ours alone.
  public static func decode(_ json: String) -> [String] {
    var json = json
    return json.withUTF8 { bytes in
      var scanner = JSONScanner(bytes: bytes)
      var texts: [String] = []
      try? scanner.list { if $0.shape == .text { texts.append(bytes.text($0)) } }
      return texts
    }
  }
}

/// The keys without a name here as one JSON object, each value byte for byte.
public enum ExtraText {
  public static func encode(_ extra: [Extra]) -> String? {
    if extra.isEmpty { return nil }
    var out: [UInt8] = []
    var mark = UInt8(ascii: "{")
    for item in extra {
      out.append(mark)
      JSONEscape.write(item.key, into: &out)
      out.append(UInt8(ascii: ":"))
      out.append(contentsOf: item.json.utf8)
      mark = UInt8(ascii: ",")
    }
    out.append(UInt8(ascii: "}"))
    return String(decoding: out, as: UTF8.self)
  }

  public static func decode(_ json: String?) throws -> [Extra] {
    guard var json else { return [] }
    return try json.withUTF8 { bytes in
      let object = try JSONObject(bytes)
      return object.members.map {
        Extra(key: bytes.text($0.key), json: bytes.raw($0.value.range))
      }
    }
  }
}
