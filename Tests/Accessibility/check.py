"""WCAG 2.2 AA of HTML pages, by axe-core in the system's Chromium. Status 1 where a page breaks a rule."""

import pathlib
import shutil
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Axe measures no contrast of letters in a drawing: ReportChartTests does.
CONTEXT = {"exclude": [["svg text"]]}
# It measures none behind an edge: what scrolls in a region of its own is unrolled first, and what it
# could not judge counts in the widest window.
UNROLLED = ".wide { overflow: visible !important; } .wide * { position: static !important; }"
CONTRAST = "color-contrast"
# A telephone, a desktop, and a window of 320 pixels: nothing may need scrolling sideways (1.4.10).
WIDTHS = [390, 1100, 320]


def check(page, path):
    """The faults of one page."""
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(pathlib.Path(path).resolve().as_uri())
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            faults.append(f"{width} pixels: wider than the window")
        options = {"runOnly": RULES, "rules": {CONTRAST: {"enabled": False}}}
        found = Axe().run(page, context=CONTEXT, options=options).response
        page.add_style_tag(content=UNROLLED)
        contrast = Axe().run(page, context=CONTEXT, options={"runOnly": [CONTRAST]}).response
        rules = found["violations"] + found["incomplete"] + contrast["violations"]
        if width == max(WIDTHS):
            rules += contrast["incomplete"]
        for rule in rules:
            places = ", ".join(str(node["target"][0]) for node in rule["nodes"][:3])
            faults.append(f"{width} pixels: {rule['id']}: {rule['help']} ({places})")
        if len(found["passes"]) < 10 or not contrast["passes"]:
            faults.append("hardly any rule was applied: is this the page?")
    return faults


def main(paths):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium or not paths:
        sys.exit("needs Chromium, and HTML files")
    status = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for path in paths:
            faults = check(page, path)
            print(f"{path}: {'nothing wrong' if not faults else ''}")
            for fault in faults:
                print(f"  {fault}")
            status = status or bool(faults)
        browser.close()
    return int(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
