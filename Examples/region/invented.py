"""Invented services: invented.py FOLDER SERVICES FAMILIES writes the export of each as JSON Lines."""

import datetime
import json
import pathlib
import random
import sys

SYMBOLS = "23456789CDFHJKMNPQRTWXY"
FIRST = datetime.date(2024, 4, 1)
DAYS = 960
DRAW = random.Random(7)


def name(shape, number):
    """A case's or a person's id, with its check symbol."""
    drawn = []
    for _ in range(8):
        drawn.append(number % 23)
        number //= 23
    check = (sum((at + 2) * value for at, value in enumerate(drawn)) + (shape == "YP")) % 23
    text = "".join(SYMBOLS[value] for value in drawn)
    return f"{shape}-{text[:4]}-{text[4:]}-{SYMBOLS[check]}"


class Service:
    def __init__(self, number):
        self.number, self.count, self.lines, self.families = number, 0, [], []
        self.schools = [f"School {number}.{place}" for place in range(1, 9)]
        for school in self.schools:
            self.write("agency", 0, name=school, agencyKind="school")
        for form, state, day in [("needs", "closed", 400), ("needs", "open", 430)]:
            self.write("listing", day, list=form, state=state, because="staff")
        for _ in range(20):
            self.write(
                "consultation", self.day(), agency=DRAW.choice(self.schools), question="what to do")

    def day(self, since=0):
        return DRAW.randrange(since, DAYS) if since < DAYS else DAYS

    def write(self, record, day, family=None, id=None, **values):
        """Written down on its day or up to 40 days later, each entry at a time of its own."""
        self.count += 1
        late = DRAW.randrange(40) if DRAW.random() < 0.15 else 0
        written = datetime.datetime.combine(
            FIRST + datetime.timedelta(days=day + late), datetime.time(9)
        ) + datetime.timedelta(microseconds=self.number * 10_000_000 + self.count)
        entry = {
            "record": record, "id": id or f"01{self.number:04d}{self.count:020d}",
            "day": str(FIRST + datetime.timedelta(days=day)),
            "recorded": written.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), "worker": "sam", **values,
        }
        if family:
            entry["family"] = family
        self.lines.append(entry)
        return entry["id"]

    def add_family(self):
        first = self.day()
        family = name("YC", DRAW.randrange(23**8))
        start = len(self.lines)
        self.write("family", first, id=family, name="Invented")
        children = []
        for _ in range(DRAW.choice([1, 1, 2, 3])):
            born = FIRST - datetime.timedelta(days=DRAW.randrange(6 * 365, 17 * 365))
            child = self.write(
                "person", first, family, name("YP", DRAW.randrange(23**8)), role="young carer",
                given="Kid", surname="Invented", born=str(born), sex=DRAW.choice(["F", "M"]),
                ethnicity=DRAW.choice(["WBRI", "APKN", "MWAS", "REFU"]))
            children.append(child)
            self.write(
                "referral", first, family, person=child, agency=DRAW.choice(self.schools),
                agencyKind="school")
            self.write("screening", first + 1, family, person=child, result="clear")
            if DRAW.random() < 0.7:
                self.write(
                    "assessment", first + 9, family, person=child, form="brief",
                    finished=str(FIRST + datetime.timedelta(days=first + 9)),
                    setting=DRAW.choice(self.schools), settingKind="school",
                    answers=["level=" + DRAW.choice(["specialist", "none", "another service"])])
            if DRAW.random() < 0.5:
                ways = DRAW.choice([["accepted"], ["accepted", "needs assessment"], ["signposted"]])
                self.write("triage", first + 12, family, person=child, ways=ways, decider="A Cox")
            if DRAW.random() < 0.3:
                begun, ended = first + 20, first + 20 + DRAW.randrange(60)
                self.write(
                    "assessment", ended, family, person=child, form="needs",
                    requested=str(FIRST + datetime.timedelta(days=begun)),
                    finished=str(FIRST + datetime.timedelta(days=ended)))
            for _ in range(DRAW.randrange(4)):
                self.write(
                    "contact", self.day(first), family, person=child, purpose="visit",
                    seenAlone=DRAW.random() < 0.5)
        if DRAW.random() < 0.5:
            ended = self.day(first + 30)
            self.write(
                "closure", ended, family, because=DRAW.choice(["completed", "moved away"]),
                planned=True)
            if DRAW.random() < 0.2:
                self.write(
                    "reopening", min(ended + 50, DAYS), family, because="asked to come back")
        self.families.append((family, children, first, start, len(self.lines)))

    def decide(self):
        """Some are found to be one, some of those to be two after all; some entries are withdrawn."""
        for _ in range(len(self.families) // 15):
            one, other = DRAW.sample(self.families, 2)
            day = self.day(max(one[2], other[2]) + 40)
            if DRAW.random() < 0.5:
                made = self.write(
                    "samePerson", day, one[0], one=one[1][0], other=other[1][0], decided="person")
            else:
                made = self.write("sameFamily", day, one[0], one=one[0], other=other[0],
                    decided="person")
            if DRAW.random() < 0.3:
                self.write("withdrawal", min(day + 9, DAYS), entries=[made], because="an error")
        for entry in DRAW.sample(self.lines, len(self.lines) // 60):
            if entry["record"] in ("referral", "contact", "closure", "consultation"):
                gone = self.write(
                    "withdrawal", DAYS, entries=[entry["id"]], because="entered in error")
                if DRAW.random() < 0.2:
                    self.write("withdrawal", DAYS, entries=[gone], because="it was right")


def main(folder, services, families):
    made = [Service(number) for number in range(1, services + 1)]
    for service in made:
        for _ in range(families):
            service.add_family()
        service.decide()
    # A few families are handed on, with their entries, to the next service.
    for service, other in zip(made, made[1:]):
        for family in DRAW.sample(service.families, max(1, families // 100)):
            handed = service.lines[family[3]:family[4]]
            other.lines.extend(entry for entry in handed if entry["record"] != "closure")
    for service in made:
        with open(pathlib.Path(folder) / f"service-{service.number:02d}.jsonl", "w") as file:
            print('{"record":"stream","version":1}', file=file)
            for entry in service.lines:
                text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
                print(text, file=file)
            print(f'{{"record":"end","count":{len(service.lines)}}}', file=file)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
