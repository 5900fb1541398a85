"""WCAG 2.2 AA of HTML pages, by axe-core in the system's Chromium. Status 1 where a page breaks a rule."""

import pathlib
import shutil
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A telephone, a desktop, and a window of 320 pixels: nothing may need scrolling sideways (1.4.10).
WIDTHS = [390, 1100, 320]


def check(page, path):
    """The faults of one page."""
    faults = []
    page.goto(pathlib.Path(path).resolve().as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            faults.append(f"{width} pixels: wider than the window")
        found = Axe().run(page, options={"runOnly": RULES}).response
        for rule in found["violations"] + found["incomplete"]:
            places = ", ".join(str(node["target"][0]) for node in rule["nodes"][:3])
            faults.append(f"{width} pixels: {rule['id']}: {rule['help']} ({places})")
        if len(found["passes"]) < 10:
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
