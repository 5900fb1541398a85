/// What a column of a referral sheet may be taken for.
public enum SheetField: String, Sendable, CaseIterable {
  case rowID, agency, agencyKind, day, referrer
  case upn, formerUPN, nhsNumber, systemID
  case given, surname, name, preferred, former, born, sex
  case ethnicity, religion, disability, send, freeMeals, communication
  case lookedAfter, childProtection, school, year, attendance
  case address, postcode, phone, email
  case caredFor, caredForRelation, condition, tasks, reason
  case youngCarer, consent, lawfulBasis
  case contactName, contactGiven, contactSurname, contactRelation, contactPhone, contactEmail

  /// One line for people.
  public var about: String { entry.about }

  /// Headers known for this field, folded, the likeliest first. Sources: field notes §9.1 (SIMS,
  /// Arbor, Bromcom, ScholarPack and the common transfer file).
  var aliases: [Substring] { entry.aliases.split(separator: " ") }

  /// Several columns may be taken for it: they are joined with ", ".
  var isJoined: Bool { self == .address || self == .tasks }

  var isDate: Bool { self == .born || self == .day }

  var isContact: Bool {
    switch self {
    case .contactName, .contactGiven, .contactSurname, .contactRelation, .contactPhone,
      .contactEmail:
      true
    default: false
    }
  }

  /// A header without one of these is no header of children.
  var tellsWho: Bool { [.given, .surname, .name, .upn, .born].contains(self) }

  var isName: Bool { [.given, .surname, .name].contains(self) }

  /// The place in a row's values: cases without payloads are numbered as declared.
  var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  private var entry: (about: String, aliases: String) {
    switch self {
    case .rowID:
      ("The sender's own number for this referral.", "referralid referralnumber referralref rowid")
    case .agency:
      (
        "The agency that made contact.",
        "sourceagency agency referringagency referringorganisation organisation"
      )
    case .agencyKind: ("What kind of agency.", "sourcetype agencykind agencytype")
    case .day:
      (
        "The date of the referral.",
        "referraldate dateofreferral datereferred referredon dateofcontact"
      )
    case .referrer:
      ("Who made contact.", "referrer referredby referrername nameofreferrer")
    case .upn: ("Unique Pupil Number.", "upn uniquepupilnumber pupilupn")
    case .formerUPN: ("A former Unique Pupil Number.", "formerupn previousupn")
    case .nhsNumber: ("NHS number.", "nhsnumber nhsno nhs")
    case .systemID:
      (
        "The council system's own id for the child.",
        "systemid mosaicid liquidlogicid lcsid ehmid"
      )
    case .given:
      (
        "Given name.",
        "legalforename legalfirstname legalgivenname forename firstname givenname given "
          + "childforename childfirstname pupilforename pupilfirstname studentfirstname forenames "
          + "firstnames givennames"
      )
    case .surname:
      (
        "Family name.",
        "legalsurname legallastname legalfamilyname surname lastname familyname childsurname "
          + "childlastname pupilsurname pupillastname studentlastname"
      )
    case .name:
      (
        "A full name, \"Surname, Given\" or \"Given Surname\".",
        "name fullname pupilname childname studentname nameofchild nameofyoungcarer youngcarername"
      )
    case .preferred:
      (
        "The name they like to be called.",
        "preferredforename preferredfirstname preferredname prefforename preferredgivenname "
          + "preferred knownas usualforename usualfirstname chosenname"
      )
    case .former:
      ("A former surname.", "formersurname previoussurname formerlastname formerfamilyname")
    case .born: ("Date of birth.", "dateofbirth dob birthdate born childdob pupildob dobirth")
    case .sex: ("Sex or gender.", "sex gender legalsex genderidentity")
    case .ethnicity:
      ("Ethnicity; DfE main codes where coded.", "ethnicity ethnicgroup ethniccode ethnicorigin")
    case .religion: ("Religion.", "religion faith")
    case .disability: ("Disability.", "disability disabilities disabled")
    case .send:
      (
        "Special educational needs: E, K or N, or words.",
        "senstatus sen send senprovision sensupport sendstatus senneed"
      )
    case .freeMeals:
      (
        "Free school meals.",
        "fsm fsmeligible freeschoolmeals freemeals freeschoolmeal eligibleforfreemeals"
      )
    case .communication:
      ("Communication needs.", "communicationneeds communication interpreter interpreterneeded")
    case .lookedAfter:
      ("Looked-after status.", "lookedafter incare lac cla lookedafterchild childrenlookedafter")
    case .childProtection:
      ("Child protection status.", "childprotection childprotectionplan cpplan cp cinstatus")
    case .school:
      ("School.", "school schoolname currentschool nameofschool educationalsetting")
    case .year:
      ("Year group.", "yeargroup year ncyear yr schoolyear nationalcurriculumyear ncyearactual")
    case .attendance:
      (
        "School attendance.",
        "attendance attendancepercent overallattendance percentageattendance attendancepercentage"
      )
    case .address:
      (
        "Where the child lives; several columns are joined.",
        "address homeaddress fulladdress address1 address2 address3 address4 addressline1 "
          + "addressline2 addressline3 addressline4 housenumber street town city county"
      )
    case .postcode: ("Postcode.", "postcode homepostcode postalcode zip")
    case .phone:
      ("The child's telephone.", "phone telephone mobile childphone phonenumber telephonenumber")
    case .email: ("The child's e-mail address.", "email emailaddress childemail pupilemail")
    case .caredFor:
      (
        "The name of the person cared for.",
        "caredforname caredfor personcaredfor nameofpersoncaredfor caredforperson"
      )
    case .caredForRelation:
      (
        "What the person cared for is to the child.",
        "caredforrelationship caredforrelation caresfor relationshiptocaredfor whotheycarefor"
      )
    case .condition:
      (
        "What the person cared for lives with.",
        "caredforcondition condition conditions conditionofpersoncaredfor illnessordisability"
      )
    case .tasks:
      ("Caring tasks, separated by ; or ,", "caringtasks tasks caringrole caringresponsibilities")
    case .reason:
      (
        "Why the referral was made, in the referrer's words.",
        "reason reasonforreferral referralreason notes note comments comment concerns"
      )
    case .youngCarer:
      (
        "The school census code N, P or S, or words.",
        "youngcarer youngcarerindicator youngcarerstatus isyoungcarer"
      )
    case .consent: ("What the referrer says of consent.", "consent consentgiven consentobtained")
    case .lawfulBasis: ("The lawful basis the referrer names.", "lawfulbasis legalbasis")
    case .contactName:
      (
        "A parent's or carer's name.",
        "contactname parentname parentcarername primaryguardian primaryguardianname guardianname"
      )
    case .contactGiven:
      ("A contact's given name.", "contactforename contactfirstname parentforename parentfirstname")
    case .contactSurname:
      ("A contact's family name.", "contactsurname contactlastname parentsurname parentlastname")
    case .contactRelation:
      (
        "What the contact is to the child.",
        "relationship contactrelationship relationshiptopupil relationshiptochild contactrelation"
      )
    case .contactPhone:
      (
        "A contact's telephone.",
        "contactphone contacttelephone contactmobile parentphone parenttelephone parentmobile "
          + "maintelephone emergencytelephone"
      )
    case .contactEmail:
      ("A contact's e-mail address.", "contactemail parentemail homeemail primaryemail")
    }
  }

  /// The field a folded header is known for, and how far down its list: the nearer wins.
  static let known: [String: (field: SheetField, rank: Int)] = {
    var known: [String: (field: SheetField, rank: Int)] = [:]
    for field in allCases {
      for (rank, alias) in field.aliases.enumerated() { known[String(alias)] = (field, rank) }
    }
    return known
  }()
}
