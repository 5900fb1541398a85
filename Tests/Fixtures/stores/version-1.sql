-- A store with the tables of version 1: entries of kinds and keys that it has no name for among them, a
-- join, a withdrawal, a tombstone. All people are invented.
PRAGMA application_id = 1497579858;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE family (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  family TEXT,
  id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replaces TEXT REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  worker TEXT,
  agreedLimit TEXT,
  interpreter INTEGER,
  language TEXT,
  name TEXT,
  service TEXT,
  extra TEXT,
  seal BLOB
) STRICT;
INSERT INTO family VALUES(1,'2026-11-23','YC-FCK2-Y89R-7','YC-FCK2-Y89R-7','2026-11-22T09:00:00.000001Z',NULL,'test',NULL,NULL,NULL,'Okafor',NULL,NULL,X'399a298d2c3daea449482ddbe33c3628ccc15d111ff5bb3ed5be67f6b958c90228c6f9778b2e355cffac1932ff531b6d');
INSERT INTO family VALUES(4,'2026-11-23','YC-DFCR-MQKQ-D','YC-DFCR-MQKQ-D','2026-11-22T09:00:00.000004Z',NULL,'test',NULL,NULL,NULL,'O''Brien',NULL,NULL,X'781d4e454db8dca624453c21a35dc6af601f20c4b05d79e2a92fddb831a4e308533de71d50ed1da3dcebce1682b965f8');
INSERT INTO family VALUES(7,'2026-11-23','YC-KMCT-TKPR-2','YC-KMCT-TKPR-2','2026-11-22T09:00:00.000007Z',NULL,'test',NULL,NULL,NULL,'Quill',NULL,NULL,X'78d1e861a24f01e7d04ebc61eb139ac0c47fb7f070dc7ab0c949bb28a74518edc244a3e0fd75f79831014e80a314bc9f');
INSERT INTO family VALUES(10,'2026-11-23','YC-FJMX-5CD9-J','YC-FJMX-5CD9-J','2026-11-22T09:00:00.000010Z',NULL,'test',NULL,NULL,NULL,'Quill',NULL,NULL,X'dbeab6d7ff121d20166db23e9185fdc35d1c13f3945065818ff307f82109aa525ef6f4f971ae341376a23cd96fd4fd9b');
INSERT INTO family VALUES(13,'2026-11-23','YC-JXHN-7567-J','YC-JXHN-7567-J','2026-11-22T09:00:00.000013Z',NULL,'test',NULL,NULL,NULL,'Reid',NULL,NULL,X'5596f333458cb32fe8d5c8e7cce14d5f946ffbc2709060ae84b306f1c4e118ff18c5bd4fde9a474f201d1d05f4237e79');
CREATE TABLE person (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  family TEXT REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replaces TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  worker TEXT,
  address TEXT,
  born TEXT,
  childProtection TEXT,
  communication TEXT,
  disability TEXT,
  email TEXT,
  ethnicity TEXT,
  former TEXT,
  formerUPN TEXT,
  freeMeals TEXT,
  given TEXT,
  lookedAfter TEXT,
  nhsNumber TEXT,
  phone TEXT,
  postcode TEXT,
  preferred TEXT,
  relation TEXT,
  religion TEXT,
  role TEXT NOT NULL,
  school TEXT,
  send TEXT,
  sex TEXT,
  surname TEXT,
  systemID TEXT,
  upn TEXT,
  year TEXT,
  extra TEXT,
  folded TEXT,
  seal BLOB
) STRICT;
INSERT INTO person VALUES(2,'2026-11-23','YC-FCK2-Y89R-7','YP-2YJR-FKX8-5','2026-11-22T09:00:00.000002Z',NULL,'test','1 Oak Road','2012-02-03',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ava',NULL,NULL,NULL,'LS1 1AA',NULL,NULL,NULL,'young carer',NULL,NULL,NULL,'Okafor',NULL,NULL,NULL,NULL,'ava okafor',X'a9dcae733ffc963a4394eabcbb8ea74f8347ef445fbd4b70d64906be4e0741dbdf7553fc623794d897e5dfb7d2f26433');
INSERT INTO person VALUES(5,'2026-11-23','YC-DFCR-MQKQ-D','YP-8HJX-DF8H-F','2026-11-22T09:00:00.000005Z',NULL,'test','2 Oak Road','2013-02-14',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Zoë',NULL,NULL,NULL,'LS1 1AB',NULL,NULL,NULL,'young carer',NULL,NULL,NULL,'O''Brien',NULL,NULL,NULL,NULL,'zoe obrien',X'f2281c8ae0e2eb264108ed80a323f767e58ccb97cd79a9f0ed71a90270616f61dbd06dd872e84ed9ed9a458f1595497e');
INSERT INTO person VALUES(8,'2026-11-23','YC-KMCT-TKPR-2','YP-75J3-9NXY-H','2026-11-22T09:00:00.000008Z',NULL,'test','3 Oak Road','2014-02-25',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cai',NULL,NULL,NULL,'LS1 1AC',NULL,NULL,NULL,'young carer',NULL,NULL,NULL,'Quill',NULL,NULL,NULL,NULL,'cai quill',X'1e36d1e6d7958c7ed4d7221aa48fd6755c88e11cc6a3c0ab468b4666d8fb41832dc93f0d55a030d4cb3d786239c3dbd0');
INSERT INTO person VALUES(11,'2026-11-23','YC-FJMX-5CD9-J','YP-HHRC-D78X-H','2026-11-22T09:00:00.000011Z',NULL,'test','5 Elm Road','2014-02-25',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Caius',NULL,NULL,NULL,'LS2 1AC',NULL,NULL,NULL,'young carer',NULL,NULL,NULL,'Quill',NULL,NULL,NULL,NULL,'caius quill',X'c0a0f11f25aeca8a868fc09b99b821e9e8f08565fbe2ca95d4558ce8c29b9dc73b41bd4892ee28d50b224c456d2e31bc');
INSERT INTO person VALUES(14,'2026-11-23','YC-JXHN-7567-J','YP-6P7H-Y89C-W','2026-11-22T09:00:00.000014Z',NULL,'test','9 Elm Road','2011-03-21',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Dee',NULL,NULL,NULL,'LS2 1AD',NULL,NULL,NULL,'young carer',NULL,NULL,NULL,'Reid',NULL,NULL,NULL,NULL,'dee reid',X'cd291e463bf33a46e8e7c1c6419d24bda6bf2566469d0847f13156c5e1ba47f4bc11792e2b8fc130b1749141ce6705e8');
CREATE TABLE referral (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  family TEXT REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replaces TEXT REFERENCES referral(id) DEFERRABLE INITIALLY DEFERRED,
  worker TEXT,
  agency TEXT,
  agencyKind TEXT,
  attendance TEXT,
  because TEXT,
  candidates TEXT,
  caredFor TEXT,
  caredForRelation TEXT,
  condition TEXT,
  consent TEXT,
  file TEXT,
  lawfulBasis TEXT,
  line INTEGER,
  matched TEXT,
  person TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT,
  referrer TEXT,
  source TEXT,
  tasks TEXT,
  youngCarer TEXT,
  extra TEXT,
  seal BLOB
) STRICT;
INSERT INTO referral VALUES(3,'2026-11-23','YC-FCK2-Y89R-7','000SGDKCXXWG1SY5VA1GBEJ4P3','2026-11-22T09:00:00.000003Z',NULL,'test','Oakfield',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'0.csv',NULL,2,'new','YP-2YJR-FKX8-5','Cares for her mother',NULL,'Oakfield#1',NULL,NULL,NULL,X'194ca7e17bdc8495a442ba843922c8a2e478406d4dd59e32be8691f3df081dd9deac60c8582f72ae6ec51c93f528cf71');
INSERT INTO referral VALUES(6,'2026-11-23','YC-DFCR-MQKQ-D','000SGDKCXXWG372KANFP4K97NS','2026-11-22T09:00:00.000006Z',NULL,'test','Oakfield',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'0.csv',NULL,3,'new','YP-8HJX-DF8H-F','Cares for his brother',NULL,'Oakfield#2',NULL,NULL,NULL,X'8f0b88b2899fe1a68ead062f4a5534f84d27fe8bfa2210e7394984900cf81891f11e5af8f9a6316fc26d2e552fd23662');
INSERT INTO referral VALUES(9,'2026-11-23','YC-KMCT-TKPR-2','000SGDKCXXWG4PG81SPJASNXDS','2026-11-22T09:00:00.000009Z',NULL,'test','Oakfield',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'0.csv',NULL,4,'new','YP-75J3-9NXY-H','Cares for her father',NULL,'Oakfield#3',NULL,NULL,NULL,X'7f061959670c088209fea935280c78b0fa56a9619a9c56c8bc823007b0efdb120f309f0fb341beaa770014e6b0eee501');
INSERT INTO referral VALUES(12,'2026-11-23','YC-FJMX-5CD9-J','000SGDKCXXWG6D8JN3HAY4AV0Y','2026-11-22T09:00:00.000012Z',NULL,'test','Oakfield',NULL,NULL,'["given name is nearly the same","surname agrees","birth date agrees","household differs"]','["YP-75J3-9NXY-H"]',NULL,NULL,NULL,NULL,'0.csv',NULL,5,'undecided','YP-HHRC-D78X-H','Cares for her father',NULL,'Oakfield#4',NULL,NULL,NULL,X'9ab522ad615b4f6d9bcd47bd1204c47ef18b6bfeed23a89fd9aea602f3177d6c5b77886a9d7ca58e80d8b092f3cec39a');
INSERT INTO referral VALUES(15,'2026-11-23','YC-JXHN-7567-J','000SGDKCXXWG7YT7TRJ815YX1D','2026-11-22T09:00:00.000015Z',NULL,'test','Oakfield',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'0.csv',NULL,6,'new','YP-6P7H-Y89C-W','Cooks',NULL,'Oakfield#5',NULL,NULL,NULL,X'767edc7f315138a8a24904f407b3e6f51bd69fc56e7bc2aeabfd49bb0164460dc9333401ebdfb932b1882906017a94b7');
CREATE TABLE samePerson (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  family TEXT REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replaces TEXT REFERENCES samePerson(id) DEFERRABLE INITIALLY DEFERRED,
  worker TEXT,
  because TEXT,
  decided TEXT NOT NULL,
  one TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  other TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  extra TEXT,
  seal BLOB
) STRICT;
INSERT INTO samePerson VALUES(22,'2026-11-23','YC-KMCT-TKPR-2','000SGDKCXXWG9758DA1BSBK5XF','2026-11-22T09:00:00.000018Z',NULL,'test','["Same birthday"]','person','YP-75J3-9NXY-H','YP-HHRC-D78X-H',NULL,X'3b54ca0a69f066101d42ff822ef83b271836f2c16bc82f3c50469d3b91bba919a06ed1a127236ab3f7833e8b8f47eb76');
CREATE TABLE differentPeople (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  family TEXT REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replaces TEXT REFERENCES differentPeople(id) DEFERRABLE INITIALLY DEFERRED,
  worker TEXT,
  because TEXT,
  decided TEXT NOT NULL,
  one TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  other TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  extra TEXT,
  seal BLOB
) STRICT;
CREATE TABLE sameFamily (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  family TEXT REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replaces TEXT REFERENCES sameFamily(id) DEFERRABLE INITIALLY DEFERRED,
  worker TEXT,
  because TEXT,
  decided TEXT NOT NULL,
  one TEXT NOT NULL REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  other TEXT NOT NULL REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  extra TEXT,
  seal BLOB
) STRICT;
CREATE TABLE differentFamilies (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  family TEXT REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replaces TEXT REFERENCES differentFamilies(id) DEFERRABLE INITIALLY DEFERRED,
  worker TEXT,
  because TEXT,
  decided TEXT NOT NULL,
  one TEXT NOT NULL REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  other TEXT NOT NULL REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  extra TEXT,
  seal BLOB
) STRICT;
CREATE TABLE allocation (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  family TEXT REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replaces TEXT REFERENCES allocation(id) DEFERRABLE INITIALLY DEFERRED,
  worker TEXT,
  agency TEXT,
  ends TEXT,
  lead TEXT NOT NULL,
  despite TEXT,
  starts TEXT,
  extra TEXT,
  seal BLOB
) STRICT;
INSERT INTO allocation VALUES(17,'2026-11-20','YC-DFCR-MQKQ-D','000SGDTEST0000000000000002','2026-11-20T10:00:00.000002Z',NULL,'Sam',NULL,NULL,'Sam',NULL,'2026-11-20',NULL,X'dcfd6f46adfcda2843d28e1d70e0348fd97edee5f8302fd6c15e1f71841ed0bcd259504fd269e016ccbc1401fc20de61');
CREATE TABLE note (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  family TEXT REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replaces TEXT REFERENCES note(id) DEFERRABLE INITIALLY DEFERRED,
  worker TEXT,
  about TEXT,
  person TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  extra TEXT,
  seal BLOB
) STRICT;
INSERT INTO note VALUES(16,'2026-11-20','YC-FCK2-Y89R-7','000SGDTEST0000000000000001','2026-11-20T10:00:00.000001Z',NULL,'Sam','YP-2YJR-FKX8-5','YP-2YJR-FKX8-5','Rang the school.','{"caring":["a","b"]}',X'9088195adb236d6e1c607c35d2b3dbc8c8e70a0cffa08950ed51173a411381ed41dbfb6caa9c825b26f0c9587623abd1');
CREATE TABLE withdrawal (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  family TEXT REFERENCES family(id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  replaces TEXT REFERENCES withdrawal(id) DEFERRABLE INITIALLY DEFERRED,
  worker TEXT,
  because TEXT NOT NULL,
  entries TEXT,
  extra TEXT,
  seal BLOB
) STRICT;
INSERT INTO withdrawal VALUES(23,'2026-11-21',NULL,'000SGDTEST0000000000000007','2026-11-21T10:00:00.000001Z',NULL,'Sam','Wrong child.','["000SGDTEST0000000000000001"]',NULL,X'1d8566c150fbb05ffcd71a3524bd3b223af47a436e31886c62f7100aa0c67c09fad2317088d963a3ae2013833bd60bce');
CREATE TABLE unknown (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, family TEXT, day TEXT NOT NULL,
  recorded TEXT NOT NULL, record TEXT NOT NULL, line TEXT NOT NULL, seal BLOB
) STRICT;
INSERT INTO unknown VALUES(18,'000SGDTEST0000000000000003','YC-FCK2-Y89R-7','2026-11-20','2026-11-20T10:00:00.000003Z','screening','{"day":"2026-11-20","family":"YC-FCK2-Y89R-7","id":"000SGDTEST0000000000000003","person":"YP-2YJR-FKX8-5","record":"screening","recorded":"2026-11-20T10:00:00.000003Z","result":"no concern","worker":"Sam"}',X'66ae3c03709c3e2e01f75277c5740e83fd76daa0bb3adca568577c035754b4116e8c3679ceaa30eb06ad85489e1bd201');
INSERT INTO unknown VALUES(19,'000SGDTEST0000000000000004',NULL,'2026-11-20','2026-11-20T10:00:00.000004Z','listing','{ "record":"listing", "id":"000SGDTEST0000000000000004","day":"2026-11-20","list":"brief","recorded":"2026-11-20T10:00:00.000004Z","opened":1.0e0}',X'ba8b11027e7e1ba49e087e9d4167611eb6bec7aab4547a030aeb45589327502f706fa406ade45847af5a952f4b3bad66');
INSERT INTO unknown VALUES(20,'000SGDTEST0000000000000005','YC-2222-2222-2','2026-11-20','2026-11-20T10:00:00.000005Z','visit','{"day":"2026-11-20","family":"YC-2222-2222-2","id":"000SGDTEST0000000000000005","later":{"deep":[1,null]},"record":"visit","recorded":"2026-11-20T10:00:00.000005Z"}',X'15a28fdfe862cab781a1adbea6abc53406c56f3469cc7c7a985d107adefe7eb302338732654421a7bc44c870a1fdb303');
INSERT INTO unknown VALUES(21,'000SGDTEST0000000000000006','YC-KMCT-TKPR-2','2026-11-20','2026-11-20T10:00:00.000006Z','agency','{"day":"2026-11-20","family":"YC-KMCT-TKPR-2","id":"000SGDTEST0000000000000006","name":"Oakfield","record":"agency","recorded":"2026-11-20T10:00:00.000006Z","zzz":"caf\u00e9"}',X'ea21a5adc28c39fbcf96065ff1091f8225c50f27265577540305bbd41088ecd59a17b32d9894006a86d09f2f0c9c4c6b');
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('key','238d949198559cdb5d4535ed7d92bc788eb8e2cd751ed7aaf204a1d58a938062');
INSERT INTO setting VALUES('keyed','14');
INSERT INTO setting VALUES('profile','plain');
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, claim TEXT,
  host TEXT NOT NULL, command TEXT NOT NULL, first INTEGER, last INTEGER,
  written TEXT NOT NULL, receipt TEXT, digest BLOB NOT NULL, previous BLOB NOT NULL
) STRICT;
INSERT INTO journal VALUES(1,'2026-11-22T09:00:00.000016Z','test',NULL,'host','test',1,15,'family:5 person:5 referral:5',NULL,X'06eddf42678c085f6cc584847ff4985668e27cda5cb0c70a0b039cdf5b3bb532',X'0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO journal VALUES(2,'2026-11-22T09:00:00.000017Z','test',NULL,'host','test',16,21,'allocation:1 note:1 unknown:4',NULL,X'00405cb397cb64b4a73df5a8fbd9c5b845815d50438c552871beb9a68de97c30',X'06eddf42678c085f6cc584847ff4985668e27cda5cb0c70a0b039cdf5b3bb532');
INSERT INTO journal VALUES(3,'2026-11-22T09:00:00.000019Z','test',NULL,'host','test',22,22,'samePerson:1',NULL,X'9e1c0fab90c82607b15bb118290fb86e521ecbea37805b07a0037a726cfc4852',X'00405cb397cb64b4a73df5a8fbd9c5b845815d50438c552871beb9a68de97c30');
INSERT INTO journal VALUES(4,'2026-11-22T09:00:00.000020Z','test',NULL,'host','test',23,23,'withdrawal:1',NULL,X'68ac59a1056fee2fb59be368e3972001f01b7303c0c81300ad7a27e9308fb44c',X'9e1c0fab90c82607b15bb118290fb86e521ecbea37805b07a0037a726cfc4852');
CREATE TABLE access (
  at TEXT NOT NULL, actor TEXT NOT NULL, claim TEXT, purpose TEXT NOT NULL,
  family TEXT, families INTEGER NOT NULL
) STRICT;
INSERT INTO access VALUES('1970-01-01T00:00:00.000000Z','test',NULL,'check',NULL,6);
INSERT INTO access VALUES('1970-01-01T00:00:00.000000Z','test',NULL,'check',NULL,6);
CREATE TABLE tombstone (seq INTEGER, digest BLOB, source BLOB) STRICT;
INSERT INTO tombstone VALUES(NULL,NULL,X'0000000000000000');
CREATE TABLE identity (id TEXT PRIMARY KEY, person TEXT, family TEXT NOT NULL)
  STRICT, WITHOUT ROWID;
INSERT INTO identity VALUES('YC-FJMX-5CD9-J',NULL,'YC-KMCT-TKPR-2');
INSERT INTO identity VALUES('YP-HHRC-D78X-H','YP-75J3-9NXY-H','YC-KMCT-TKPR-2');
CREATE TABLE fallen (id TEXT PRIMARY KEY, cause TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO fallen VALUES('000SGDTEST0000000000000001','000SGDTEST0000000000000007');
CREATE TABLE matchkey (hash INTEGER, person INTEGER, PRIMARY KEY (hash, person))
  STRICT, WITHOUT ROWID;
INSERT INTO matchkey VALUES(-8494692866648697802,14);
INSERT INTO matchkey VALUES(-6793509772509616471,14);
INSERT INTO matchkey VALUES(-6320439444739231715,2);
INSERT INTO matchkey VALUES(-5509907519487394420,8);
INSERT INTO matchkey VALUES(-5509907519487394420,11);
INSERT INTO matchkey VALUES(-5473950437276103890,8);
INSERT INTO matchkey VALUES(-4882255368774953157,8);
INSERT INTO matchkey VALUES(-3806262964175299861,5);
INSERT INTO matchkey VALUES(-3716744757111082528,14);
INSERT INTO matchkey VALUES(-3229919791582214113,5);
INSERT INTO matchkey VALUES(-2532413684170428510,11);
INSERT INTO matchkey VALUES(-2014913034922825295,5);
INSERT INTO matchkey VALUES(-1796909151355833437,8);
INSERT INTO matchkey VALUES(-977836696510892897,2);
INSERT INTO matchkey VALUES(-889570464351545756,5);
INSERT INTO matchkey VALUES(-645283113867200043,14);
INSERT INTO matchkey VALUES(-442109253649864436,11);
INSERT INTO matchkey VALUES(-345577830560212531,5);
INSERT INTO matchkey VALUES(-278121246657801327,2);
INSERT INTO matchkey VALUES(-7634041913897183,2);
INSERT INTO matchkey VALUES(626564491879584293,2);
INSERT INTO matchkey VALUES(1961049921900888076,11);
INSERT INTO matchkey VALUES(2257949798765145522,14);
INSERT INTO matchkey VALUES(2915755833385739268,2);
INSERT INTO matchkey VALUES(4236550318026714655,8);
INSERT INTO matchkey VALUES(5821733229930026566,14);
INSERT INTO matchkey VALUES(5903777468968248871,11);
INSERT INTO matchkey VALUES(7470965722377885976,5);
INSERT INTO matchkey VALUES(8946771700585634881,8);
INSERT INTO matchkey VALUES(9042602450454116622,11);
CREATE INDEX identity_person ON identity(person);
CREATE INDEX identity_family ON identity(family);
CREATE INDEX tombstone_source ON tombstone(source) WHERE source IS NOT NULL;
CREATE UNIQUE INDEX family_id ON family(id);
CREATE UNIQUE INDEX person_id ON person(id);
CREATE UNIQUE INDEX referral_id ON referral(id);
CREATE UNIQUE INDEX samePerson_id ON samePerson(id);
CREATE UNIQUE INDEX differentPeople_id ON differentPeople(id);
CREATE UNIQUE INDEX sameFamily_id ON sameFamily(id);
CREATE UNIQUE INDEX differentFamilies_id ON differentFamilies(id);
CREATE UNIQUE INDEX allocation_id ON allocation(id);
CREATE UNIQUE INDEX note_id ON note(id);
CREATE UNIQUE INDEX withdrawal_id ON withdrawal(id);
CREATE UNIQUE INDEX unknown_id ON unknown(id);
CREATE INDEX unknown_family ON unknown(family) WHERE family IS NOT NULL;
CREATE INDEX person_family ON person(family) WHERE family IS NOT NULL;
CREATE INDEX referral_family ON referral(family) WHERE family IS NOT NULL;
CREATE INDEX samePerson_family ON samePerson(family) WHERE family IS NOT NULL;
CREATE INDEX differentPeople_family ON differentPeople(family) WHERE family IS NOT NULL;
CREATE INDEX sameFamily_family ON sameFamily(family) WHERE family IS NOT NULL;
CREATE INDEX differentFamilies_family ON differentFamilies(family) WHERE family IS NOT NULL;
CREATE INDEX allocation_family ON allocation(family) WHERE family IS NOT NULL;
CREATE INDEX note_family ON note(family) WHERE family IS NOT NULL;
CREATE INDEX withdrawal_family ON withdrawal(family) WHERE family IS NOT NULL;
CREATE UNIQUE INDEX referral_source ON referral(source) WHERE source IS NOT NULL;
CREATE INDEX referral_candidates ON referral(candidates) WHERE candidates IS NOT NULL;
CREATE INDEX samePerson_one ON samePerson(one);
CREATE INDEX samePerson_other ON samePerson(other);
CREATE INDEX sameFamily_one ON sameFamily(one);
CREATE INDEX sameFamily_other ON sameFamily(other);
CREATE VIEW people AS
SELECT person.*, coalesce(identity.person, person.id) AS today,
  coalesce(identity.family, person.family) AS familyToday
FROM person LEFT JOIN identity ON identity.id = person.id
WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = person.id);
CREATE VIEW families AS
SELECT family.* FROM family
WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = family.id)
  AND NOT EXISTS (SELECT 1 FROM identity WHERE identity.id = family.id);
CREATE VIEW referrals AS
SELECT referral.*, coalesce(identity.person, referral.person) AS today,
  coalesce(identity.family, home.family, referral.family) AS familyToday
FROM referral LEFT JOIN identity ON identity.id = referral.person
  LEFT JOIN identity AS home ON home.id = referral.family AND identity.id IS NULL
WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = referral.id);
CREATE VIEW leads AS
SELECT allocation.*, coalesce(identity.family, allocation.family) AS familyToday
FROM allocation LEFT JOIN identity ON identity.id = allocation.family
WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = allocation.id);
CREATE VIEW repeats AS
SELECT * FROM (
  SELECT *, row_number() OVER (PARTITION BY today ORDER BY recorded, id) AS ordinal
  FROM referrals) AS numbered
WHERE ordinal > 1 AND today IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM note WHERE note.about = numbered.id
    AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = note.id));
CREATE VIEW doubts AS
SELECT referral.id AS referral, referral.seq AS seq,
  CASE WHEN candidate.value LIKE 'YC%' THEN referral.family ELSE referral.person END AS one,
  candidate.value AS other
FROM referral, json_each(referral.candidates) AS candidate
LEFT JOIN identity AS a ON a.id =
  CASE WHEN candidate.value LIKE 'YC%' THEN referral.family ELSE referral.person END
LEFT JOIN identity AS b ON b.id = candidate.value
WHERE referral.candidates IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = referral.id)
  AND CASE WHEN candidate.value LIKE 'YC%'
    THEN coalesce(a.family, referral.family) <> coalesce(b.family, candidate.value)
    ELSE coalesce(a.person, referral.person) <> coalesce(b.person, candidate.value) END
  AND NOT EXISTS (
    SELECT 1 FROM (
      SELECT id, one, other FROM differentPeople
      UNION ALL SELECT id, one, other FROM differentFamilies) AS decision
    LEFT JOIN identity AS c ON c.id = decision.one
    LEFT JOIN identity AS d ON d.id = decision.other
    WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = decision.id)
      AND CASE WHEN candidate.value LIKE 'YC%'
        THEN (coalesce(c.family, decision.one), coalesce(d.family, decision.other)) IN (VALUES
          (coalesce(a.family, referral.family), coalesce(b.family, candidate.value)),
          (coalesce(b.family, candidate.value), coalesce(a.family, referral.family)))
        ELSE (coalesce(c.person, decision.one), coalesce(d.person, decision.other)) IN (VALUES
          (coalesce(a.person, referral.person), coalesce(b.person, candidate.value)),
          (coalesce(b.person, candidate.value), coalesce(a.person, referral.person))) END);
COMMIT;
