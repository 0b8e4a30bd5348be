# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Every option of a command is in its page, and every option in the page is one of the command's."""
import argparse
import pathlib
import re
import subprocess
import sys


def options_in_page(page):
    text = page.read_text(encoding="utf-8")
    section = re.search(r"^# OPTIONS\n(.*?)(?=^# )", text + "\n# ", re.M | re.S)
    found = set()
    for bullet in re.findall(r"^[-*] (.*)$", section.group(1) if section else "", re.M):
        found |= set(re.findall(r"--[a-z][a-z-]*", bullet.split(":", 1)[0]))
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--je", required=True)
    arguments = parser.parse_args()
    pages = sorted((arguments.root / "tools/je/commands").glob("*.md"))
    failed, seen = 0, 0
    for page in pages:
        if page.stem == "je":
            continue
        listed = subprocess.run([arguments.je, "--list-options", page.stem], capture_output=True, text=True, check=True)
        has = set(re.findall(r"--[a-z][a-z-]*", listed.stdout))
        says = options_in_page(page)
        seen += len(has)
        for option in sorted(has - says):
            failed += 1
            print(f"{page.name}: {option} is not described")
        for option in sorted(says - has):
            failed += 1
            print(f"{page.name}: {option} is described, but the command does not have it")
        helped = subprocess.run([arguments.je, page.stem, "--help"], capture_output=True, text=True, check=True)
        if not helped.stdout.strip():
            failed += 1
            print(f"{page.name}: --help prints nothing")
    print(f"{len(pages)} pages, {seen} options, {failed} faults")
    return 1 if failed or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
