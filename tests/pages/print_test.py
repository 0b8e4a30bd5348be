# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Pages on paper, as docs/pages.md says how: sheets with their numbers and the caution, folds open, no row and no figure divided,
a what-if only where something was changed, and then said to be one.

    print_test.py JE PROJECT WORK
"""
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys

JE, PROJECT, WORK = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
CAUTION = "Illustrative figures: made up to show how it works, not those of any real scheme."
PAGES = {"explain": (["explain", "vlo.yaml"], range(8, 17)), "appeal": (["appeal", "history/appeal-2023.yaml", "--records", "."], range(3, 12)), "compare": (["compare", "vlo.yaml", "po.yaml", "pso.yaml"], range(2, 9))}


def run(words, **more):
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=120, **more)
    if done.returncode > 1:
        sys.exit(f"{' '.join(map(str, words))}: {done.stderr}")
    return done.stdout


def sheets_of(address, name):
    """The text of each sheet of paper."""
    pdf = WORK / f"{name}.pdf"
    run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={pdf}", address])
    return run(["pdftotext", "-layout", pdf, "-"]).split("\f")[:-1]


def words_of(markup):
    text = html.unescape(re.sub(r"<(?:title|desc)[^>]*>.*?</(?:title|desc)>|<[^>]*>", " ", markup))
    return set(re.findall(r"[A-Za-z0-9]{3,}", text))


def check(name, page, sheets, expected):
    faults = []
    if len(sheets) not in expected:
        faults.append(f"{len(sheets)} sheets, not {expected.start} to {expected.stop - 1}")
    for number, text in enumerate(sheets, 1):
        if not text.lstrip().startswith(CAUTION):
            faults.append(f"sheet {number} does not begin with the caution")
        if not re.search(rf"\b{number} of {len(sheets)}\s*$", text):
            faults.append(f"sheet {number} does not end with its number")
    found = [set(re.findall(r"[A-Za-z0-9]{3,}", text)) for text in sheets]
    body = page[page.index("<main"):]
    body = re.sub(r'<section class="what-if".*?</section>', "", body, flags=re.DOTALL)
    parts = [part for kind in ("tr", "figcaption", "svg") for part in re.findall(rf"<{kind}[ >].*?</{kind}>", body, re.DOTALL)]
    for part in parts:
        words = words_of(part)
        if not any(words <= sheet for sheet in found):
            faults.append(f"on no one sheet: {sorted(words)[:12]}")
    everything = set().union(*found)
    for fold in re.findall(r"<details.*?</details>", body, re.DOTALL):
        lacking = words_of(fold) - everything
        if len(lacking) > len(words_of(fold)) // 10:  # words that are divided at the end of a line are not found
            faults.append(f"a fold is not open: {sorted(lacking)[:8]}")
    if not parts or "<details" not in body:
        faults.append("there is nothing to look at")
    if faults:
        sys.exit(f"{name}: " + "\n  ".join(faults))


def main():
    for program in ("chromium", "pdftotext"):
        if shutil.which(program) is None:
            sys.exit(f"{program} is not installed: scripts/packages.sh test")
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "JE_SCHEME_PATH": str(PROJECT / "schemes")}
    for name, (words, expected) in PAGES.items():
        file = WORK / f"{name}.html"
        file.write_text(run([JE, *words, "--quiet", "--format", "html"], cwd=PROJECT / "examples/probation", env=environment), encoding="utf-8")
        sheets = sheets_of(file.as_uri(), name)
        check(name, file.read_text(encoding="utf-8"), sheets, expected)
        if any("what-if" in text or "Back to what is stated" in text for text in sheets):
            sys.exit(f"{name}: a what-if is printed that nobody asked for")
    changed = "\n".join(sheets_of((WORK / "explain.html").as_uri() + "#knowledge=5&people=4", "changed"))
    for words in ("A what-if, and no outcome.", "Knowledge: 5 in place of 4", "What if: total 473, band 4."):
        if words not in changed:
            sys.exit(f"a changed what-if is printed without: {words}")
    if "Back to what is stated" in changed:
        sys.exit("what can only be pressed is printed")
    print(f"{len(PAGES) + 1} pages on paper")


if __name__ == "__main__":
    main()
