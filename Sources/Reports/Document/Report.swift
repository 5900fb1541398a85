/// Tables of figures with what must be read first: the answer to a question about many families,
/// before disclosure control and before it is written in any form.
///
/// No figure stands in a text: titles, prefaces, captions and notes are the same whatever the
/// figures are, so that disclosure control, which sees only `Figure`, misses none.
public struct Report: Sendable, Equatable {
  /// What data and the register call it: `month`, `outcomes`.
  public var code: String
  public var title: String
  /// The period's code, as `2026-10`; empty where it has none.
  public var period = ""
  /// Plain words, a paragraph each.
  public var preface: [String]
  public var sections: [Section]
  /// What ties the quantities together beyond the totals of the tables.
  public var relations: [Relation] = []
  /// What the preface tells of, once it is known which figures are shown.
  public var headlines: [Headline] = []
  /// Of several services what each one's own report counts, by its name: it stands in no cell, and
  /// disclosure control sees it.
  var own: [String: [Quantity: Int]] = [:]
  /// Counts that stand in no cell, and that relations or earlier reports name.
  var unseen: [Quantity: Int] = [:]

  public init(
    code: String, title: String, preface: [String], sections: [Section],
    relations: [Relation] = [], headlines: [Headline] = []
  ) {
    self.code = code
    self.title = title
    self.preface = preface
    self.sections = sections
    self.relations = relations
    self.headlines = headlines
  }

  /// A figure that the preface tells beside what it was before.
  public struct Headline: Sendable, Equatable {
    public var words: String
    public var now: Quantity
    public var before: Quantity
    /// Than when it is more or fewer, as `September 2026`.
    public var than: String

    public init(_ words: String, now: Quantity, before: Quantity, than: String) {
      self.words = words
      self.now = now
      self.before = before
      self.than = than
    }
  }

  /// Tables about one thing, or for one reader.
  public struct Section: Sendable, Equatable {
    public var title: String
    public var preface: [String]
    public var tables: [Table]

    public init(_ title: String, preface: [String] = [], _ tables: [Table]) {
      self.title = title
      self.preface = preface
      self.tables = tables
    }
  }

  public struct Table: Sendable, Equatable {
    /// What data call it.
    public var code: String
    public var caption: String
    /// The headings of the cells at the beginning of a row, which say what it is about.
    public var labels: [String]
    /// The headings of the figures.
    public var columns: [String]
    public var rows: [Row]
    public var note: String?
    public var chart: Chart?
    /// Columns that are the sum of other columns, by their place among `columns`.
    public var sums: [Int: [Int]] = [:]

    public init(
      code: String, caption: String, labels: [String] = [""], columns: [String], rows: [Row],
      note: String? = nil, chart: Chart? = nil, sums: [Int: [Int]] = [:]
    ) {
      self.code = code
      self.caption = caption
      self.labels = labels
      self.columns = columns
      self.rows = rows
      self.note = note
      self.chart = chart
      self.sums = sums
    }
  }

  public struct Row: Sendable, Equatable {
    public var labels: [String]
    public var cells: [Figure]
    /// Whether it is the sum of the rows above it, back to the total before.
    public var isTotal: Bool
    /// What is counted in the cells that are not told, by their place: a later report must keep it so.
    public var withheld: [Int: Quantity] = [:]

    public init(_ labels: [String], _ cells: [Figure], isTotal: Bool = false) {
      self.labels = labels
      self.cells = cells
      self.isTotal = isTotal
    }

    /// What is counted in a cell, though it may not be told; nil where it counts nothing that is named.
    public func quantity(_ column: Int) -> Quantity? {
      if case .count(let count) = cells[column].unrevised {
        count.quantity
      } else {
        withheld[column]
      }
    }
  }

  /// How a table is drawn; the table itself always stands under the drawing.
  public enum Chart: Sendable, Equatable {
    /// A bar for each row that is no total, of the figures in these columns side by side.
    case bars(columns: [Int])
    /// The same, the columns of a row one after another in one bar.
    case stacked(columns: [Int])
  }

  /// All the tables, first to last.
  public var tables: [Table] { sections.flatMap(\.tables) }
}
