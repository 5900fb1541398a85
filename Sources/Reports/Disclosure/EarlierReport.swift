import Foundation

/// The figures of a report that left, from the CSV or JSON in which we wrote it.
public enum EarlierReport {
  /// Nil where the columns are not ours.
  public static func figures(rows: [[String]]) -> [PublishedFigure]? {
    guard let head = rows.first, let value = head.firstIndex(of: "value"),
      let quantity = head.firstIndex(of: "quantity")
    else { return nil }
    return rows.dropFirst().compactMap { row in
      guard row.indices.contains(max(value, quantity)), let counted = Quantity(row[quantity])
      else { return nil }
      return PublishedFigure(counted, shown: row[value])
    }
  }

  /// Nil where it is not JSON of ours.
  public static func figures(json bytes: [UInt8]) -> [PublishedFigure]? {
    guard let tree = try? JSONDecoder().decode(Tree.self, from: Data(bytes)) else { return nil }
    var figures: [PublishedFigure] = []
    var isOurs = false
    tree.forEachObject { object in
      guard case .text(let name)? = object["quantity"], let quantity = Quantity(name) else {
        return
      }
      isOurs = true
      let shown =
        switch (object["value"], object["mark"]) {
        case (.number(let number), _): String(number)
        case (_, .text(let mark)): "[\(mark)]"
        case (.text(let text), _): text
        default: ""
        }
      if let figure = PublishedFigure(quantity, shown: shown) { figures.append(figure) }
    }
    return isOurs ? figures : nil
  }

  private indirect enum Tree: Decodable {
    case object([String: Tree])
    case list([Tree])
    case text(String)
    case number(Int)
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let object = try? container.decode([String: Tree].self) {
        self = .object(object)
      } else if let list = try? container.decode([Tree].self) {
        self = .list(list)
      } else if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = (try? container.decode(String.self)).map(Tree.text) ?? .other
      }
    }

    func forEachObject(_ body: ([String: Tree]) -> Void) {
      switch self {
      case .object(let members):
        body(members)
        for member in members.values { member.forEachObject(body) }
      case .list(let items): for item in items { item.forEachObject(body) }
      default: return
      }
    }
  }
}
