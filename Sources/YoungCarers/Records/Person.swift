/// Somebody in a family, as one contact described them. Two entries may be one child: `samePerson`
/// says so, and neither is rewritten.
public struct Person: Payload {
  public static let kind = Kind.person
  public static let about =
    "Somebody in a family, as one contact described them; samePerson says that two are one."

  public struct Role: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let youngCarer = Role(rawValue: "young carer")
    public static let child = Role(rawValue: "child")
    public static let caredFor = Role(rawValue: "cared-for person")
    public static let parent = Role(rawValue: "parent")
    public static let relative = Role(rawValue: "relative")
    public static let friend = Role(rawValue: "friend")
    public static let professional = Role(rawValue: "professional")
    public static let contact = Role(rawValue: "contact")
  }

  public var header = Header()
  public var address: String?
  public var born: Day?
  public var childProtection: String?
  public var communication: String?
  public var disability: String?
  public var email: String?
  public var ethnicity: String?
  public var former: String?
  public var formerUPN: String?
  public var freeMeals: String?
  public var given: String?
  public var lookedAfter: String?
  public var nhsNumber: String?
  public var phone: String?
  public var postcode: String?
  public var preferred: String?
  public var relation: String?
  public var religion: String?
  public var role = Role.youngCarer
  public var school: String?
  public var send: String?
  public var sex: String?
  public var surname: String?
  public var systemID: String?
  public var upn: String?
  public var year: String?

  public var entry: Entry { .person(self) }

  public init() {}

  public mutating func visit(_ fields: inout some Fields) throws {
    try fields.field("address", &address, "Where they live, as given.")
    try fields.field("born", &born, "Date of birth.")
    try fields.field("childProtection", &childProtection, "Child protection status, as given.")
    try fields.field("communication", &communication, "Communication needs.")
    try fields.field("disability", &disability, "Disability, as given.")
    try fields.field("email", &email, "E-mail address.")
    try fields.field("ethnicity", &ethnicity, "Ethnicity, as given; DfE main codes where coded.")
    try fields.field("former", &former, "A former surname.")
    try fields.field("formerUPN", &formerUPN, "A former Unique Pupil Number, as given.")
    try fields.field("freeMeals", &freeMeals, "Free school meals, as given.")
    try fields.field("given", &given, "Given name, as received.")
    try fields.field("lookedAfter", &lookedAfter, "Looked-after status, as given.")
    try fields.field("nhsNumber", &nhsNumber, "NHS number, as given.")
    try fields.field("phone", &phone, "Telephone.")
    try fields.field("postcode", &postcode, "Postcode, as given.")
    try fields.field("preferred", &preferred, "The name they like to be called.")
    try fields.field("relation", &relation, "Relation to the young carer.")
    try fields.field("religion", &religion, "Religion, as given.")
    try fields.field(
      "role", &role,
      "Young carer, child, cared-for person, parent, relative, friend, professional or contact.")
    try fields.field("school", &school, "School.")
    try fields.field("send", &send, "Special educational needs: E, K, N or as given.")
    try fields.field("sex", &sex, "Sex or gender, as given.")
    try fields.field("surname", &surname, "Family name, as received.")
    try fields.field("systemID", &systemID, "The council system's own id for them.")
    try fields.field(
      "upn", &upn, "Unique Pupil Number, as given; one that fails its check is kept and never used."
    )
    try fields.field("year", &year, "Year group, as given.")
  }
}
