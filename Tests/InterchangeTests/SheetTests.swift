import Testing
import YoungCarers

@testable import Interchange

@Suite("Sheets") struct SheetTests {
  @Test("A field's place is its place in the declaration")
  func ordinals() {
    #expect(SheetField.allCases.map(\.ordinal) == Array(SheetField.allCases.indices))
    for field in SheetField.allCases {
      #expect(field.about.hasSuffix(".") || field == .tasks)
      #expect(SheetMapping.field(named: field.rawValue) == field)
    }
    let aliases = SheetField.allCases.flatMap(\.aliases)
    #expect(Set(aliases).count == aliases.count)
    #expect(aliases.allSatisfy { SheetHeader.fold(String($0)) == $0 })
  }

  @Test(
    "Headers of the schools' systems are known",
    arguments: [
      ("UPN,Legal Surname,Legal Forename,DOB,Gender,Year Group,SEN Status,FSM,Attendance %", 9),
      ("UPN,Last name,First name,Preferred first name,Date of Birth,Sex,Year group", 7),
      ("FirstName,LastName,DateOfBirth,YearGroup,Ethnicity,Young Carer Indicator", 6),
      (
        """
        referral_id,source_agency,source_type,referral_date,upn,nhs_number,given_name,\
        preferred_name,family_name,date_of_birth,sex,postcode,address,school,year_group,attendance,\
        cared_for_name,cared_for_relationship,cared_for_condition,caring_tasks,notes,assessed_date
        """, 21
      ),
      ("upn,first_name,last_name,dob,school,cares_for,note", 7),
    ])
  func aliases(header: String, known: Int) throws {
    let source = ByteSource(bytes: Array((header + "\n").utf8))
    let sheet = try Sheet.look(source, named: "a.csv", today: today)
    #expect(sheet.columns.count { $0.field != nil } == known)
  }

  @Test("The delimiter is proved and said aloud", arguments: [";", "\t", "|"])
  func delimiters(mark: String) throws {
    let text = "given,surname,reason\nZoë,Khan,\"a; b\tc|d\"\n"
      .replacing(",", with: mark).replacing("a; b\tc|d", with: "a b")
    let outcome = try read(text)
    #expect(outcome[.surname] == ["Khan"])
    #expect(outcome.has("delimiter-read"))
  }

  @Test("A title block is not the header, and no header is no guess")
  func headers() throws {
    let titled = try read("Anytown High,,\nExported 3 March,,\n\nsurname,given,x\nKhan,Zoë,1\n")
    #expect(titled.rows.first?.line == 5)
    #expect(titled.remark("title-block")?.lines == [1, 2])
    let child = refusal("A950000178301,Zoë,Khan,01/01/2009\n")
    #expect(child?.code == "no-header")
    #expect(child?.says.text(value: "").contains("Zoë") == false)
    #expect(refusal("one,two\nthree,four\n")?.code == "no-header")
    #expect(refusal("upn,dob\nA950000178301,01/02/2009\n")?.code == "no-name-column")
    #expect(refusal("surname,given\n")?.code == "no-rows")
    #expect(refusal("surname,given\nTotal,0\n")?.code == "no-rows")
    #expect(refusal("\n\n\n")?.code == "no-rows")
  }

  @Test("Two columns of one name are refused until one is named by number")
  func twice() throws {
    let text = "Forename,Surname,Forename,Colour,Colour\nZoë,Khan,Ana,1,2\n"
    #expect(refusal(text)?.code == "header-twice")
    let profile = SheetProfile(columns: [try SheetMapping(argument: "#3=given")])
    #expect(try read(text, profile)[.given] == ["Ana"])
    let both = try ["#1=given", "#3=contactGiven"].map(SheetMapping.init(argument:))
    #expect(try read(text, SheetProfile(columns: both))[.contactGiven] == ["Ana"])
    let legal = try read("Forename,Legal Forename,Surname\nTom,Thomas,Khan\n")
    #expect(legal[.given] == ["Thomas"])
    #expect(legal.remark("not-taken")?.says.text(value: "") == "not taken: Forename")
  }

  @Test("A mapping decides, and a wrong one is refused")
  func mappings() throws {
    let text = "Kid=first,Kid last,Notes\nZoë,Khan,x\n"
    let maps = try ["Kid=first=given", "kid LAST=surname", "Notes="]
      .map(SheetMapping.init(argument:))
    let outcome = try read(text, SheetProfile(columns: maps))
    #expect(outcome[.given] == ["Zoë"])
    #expect(outcome[.reason] == [nil])
    let numbered = try ["#1=given", "#2=surname"].map(SheetMapping.init(argument:))
    #expect(try read("Kid,Fam,x\nZoë,Khan,y\n", SheetProfile(columns: numbered)).rows.count == 1)
    for wrong in ["given", "=given", "A=nonsense"] {
      #expect(throws: Problem.self) { try SheetMapping(argument: wrong) }
    }
    let absent = SheetProfile(columns: [SheetMapping(header: "Other", field: .given)])
    #expect(refusal("surname,given\nKhan,Zoë\n", absent)?.code == "map-no-column")
    let same = try ["#1=given", "#2=given"].map(SheetMapping.init(argument:))
    #expect(refusal(text, SheetProfile(columns: same))?.status == .usage)
  }

  @Test(
    "What is no child is set aside, and what is a child is not",
    arguments: [
      ("Total,20,,", 1, 0), ("Total: 20", 1, 0),
      ("Total: 20 pupils,,,", 1, 0), ("20 pupils", 1, 0), ("Pupils,Ann,,", 0, 0),
      ("Count,,,2", 1, 0),
      ("Report generated 3 March 2026,,,", 1, 0), ("Printed by the office", 1, 0),
      ("Page 1 of 3,,,", 1, 0), (",,,2 pupils", 1, 0), ("surname,given,dob,school", 1, 0),
      ("Count,Basie,,", 0, 0), ("Page,Ella,13/05/2011,", 0, 0), ("Total,Ann,13/05/2011,", 0, 0),
      (",,,", 0, 0), ("", 0, 0), ("  ,\t,,", 0, 0), ("Khan,Ali", 0, 1), ("Khan,Ali,,,x", 0, 1),
      ("Khan,Ali,,,,", 0, 0),
    ])
  func footers(line: String, setAside: Int, rejected: Int) throws {
    let text = "surname,given,dob,school\nOkafor,Zoë,14/05/2011,Oakfield\n\(line)\n"
    let outcome = try read(text)
    #expect(outcome.setAside.count == setAside)
    #expect(outcome.rejected.count == rejected)
    if setAside == 1 { #expect(outcome.setAside.first?.place?.line == 3) }
  }

  @Test("A sparse row in the middle is a row without a name, not a footer")
  func sparse() throws {
    let outcome = try read("surname,given,dob,school\nA,B,,\n,,,Oakfield\nC,D,,\n,,,end of term\n")
    #expect(outcome.rejected.map(\.code) == ["row-no-name"])
    #expect(outcome.setAside.map { $0.place?.line } == [5])
  }

  @Test("A quote that swallows a child refuses the file; a long reason does not")
  func swallowed() throws {
    let head = "surname,given,dob,reason\n"
    let swallowed = head + "A,B,13/05/2011,\"cooks\nC,D,14/05/2011,shops\"\n"
    #expect(refusal(swallowed)?.code == "quote-open")
    #expect(refusal(swallowed)?.place?.line == 2)
    #expect(try read(head + "A,B,13/05/2011,\"cooks\nthen, if ill, shops\"\n").rows.count == 1)
  }

  @Test("A line break without quotes in the last value is put back, and said aloud")
  func lineBreak() throws {
    let text = "surname,given,reason\nA,B,line one\nline two\nC,D,x\n"
    let outcome = try read(text)
    #expect(outcome[.reason] == ["line one\nline two", "x"])
    #expect(outcome.remark("line-break")?.lines == [3])
    #expect(outcome.rows.first?.record == 21..<43)
    let child = try read("surname,given,reason\nA,B,x\nA950000178301\nC,D,x\n")
    #expect(child.rejected.count == 1)
  }

  @Test("Blanks, errors of the spreadsheet and failed checks are said aloud")
  func remarks() throws {
    let outcome = try read(
      """
      surname,given,upn,nhs number,school
      \u{A0}Khan ,Ali,A801200005001,9876544321,#N/A
      #REF!,Zoë,,,
      """)
    #expect(outcome[.surname] == ["Khan"])
    #expect(outcome[.school] == [nil])
    #expect(outcome[.upn] == ["A801200005001"])
    #expect(outcome.rejected.map(\.code) == ["spreadsheet-error"])
    for code in ["blanks-trimmed", "upn-check", "nhs-check", "spreadsheet-error"] {
      #expect(outcome.remark(code)?.lines == [2])
    }
  }

  @Test("A full name is split where the comma proves it, else aloud")
  func names() throws {
    let comma = try read("name,dob\n\"Khan, Ali\",\n\"de la Cruz, Ana\",\nZoë Okafor,\n")
    #expect(comma[.surname] == ["Khan", "de la Cruz"])
    #expect(comma[.given] == ["Ali", "Ana"])
    #expect(comma.rejected.map(\.code) == ["name-comma"])
    let plain = try read("name,dob\nAna de la Cruz,\nZoë,\n")
    #expect(plain[.given] == ["Ana", "Zoë"])
    #expect(plain[.surname] == ["de la Cruz", nil])
    #expect(plain.remark("name-split")?.count == 2)
  }

  @Test("A control character is met wherever it stands, and no other byte is taken for one")
  func controls() throws {
    for byte in UInt8.min..<0x80 where ![9, 10, 13, 34, 44].contains(byte) {
      let isForbidden = byte < 32 || byte == 127
      for before in 0...9 {
        let name = [UInt8](repeating: 120, count: before) + [byte, 121]
        let outcome = try read(Array("given,surname\n".utf8) + name + Array(",Khan\n".utf8))
        #expect(outcome.rejected.map(\.code) == (isForbidden ? ["control-character"] : []))
        #expect(outcome.rows.count == (isForbidden ? 0 : 1), "\(byte) after \(before)")
      }
    }
  }

  @Test("Joined columns, tasks, contacts and the digest of the child")
  func contacts() throws {
    let outcome = try read(
      """
      surname,given,Address 1,Address 2,Postcode,tasks,Relationship,Telephone
      Khan,Ali,1 High St,Leeds,LS1 1AA,"cooks; shops,, irons ;",mother,0113
      Khan,Ali,1 High St,Leeds,LS1 1AA,"cooks; shops,, irons ;",father,0114
      """)
    #expect(outcome[.address] == ["1 High St, Leeds", "1 High St, Leeds"])
    #expect(outcome.rows.first?.tasks == ["cooks", "shops", "irons"])
    #expect(outcome[.contactPhone] == ["0113", "0114"])
    #expect(outcome[.phone] == [nil, nil])
    #expect(outcome.rows.map(\.hasContact) == [true, true])
    #expect(outcome.rows[0].childDigestInput == outcome.rows[1].childDigestInput)
    let other = try read("given,surname\nAli,Khan\n").rows[0]
    let turned = try read("surname,given\nKhan,Ali\n").rows[0]
    #expect(other.childDigestInput == turned.childDigestInput)
    #expect(!other.hasContact)
  }

  @Test("Guards are taken off only in files marked ours")
  func guards() throws {
    #expect(try read("surname,reason\nKhan,'=1\n")[.reason] == ["'=1"])
    #expect(try read("carers_id,surname,reason\n1,Khan,'=1\n")[.reason] == ["=1"])
  }

  @Test("Columns can be looked at before they are mapped")
  func look() throws {
    let text = "kind;colour\nx;red\ny;red\nz;blue\nw;green\n"
    let sheet = try Sheet.look(ByteSource(bytes: Array(text.utf8)), named: "a.csv", today: today)
    #expect(sheet.delimiter == ";")
    #expect(sheet.columns.map(\.name) == ["kind", "colour"])
    #expect(sheet.columns.map(\.field) == [nil, nil])
    #expect(sheet.columns[1].samples == ["red", "blue", "green"])
    let twice = "surname,surname\nA,B\n"
    let seen = try Sheet.look(ByteSource(bytes: Array(twice.utf8)), named: "a.csv", today: today)
    #expect(seen.columns.map(\.field) == [nil, nil])
  }
}
