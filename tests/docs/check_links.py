# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Relative links in the documents lead to files that exist."""
import argparse
import pathlib
import re
import sys


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--je")
    root = parser.parse_args().root
    broken, seen = 0, 0
    pages = []
    for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md", "schemes/*.md", "benchmarks/*.md"):
        found = sorted(root.glob(pattern))
        if not found:
            sys.exit(f"there is no {pattern}")
        pages += found
    for page in pages:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if re.match(r"[a-z]+:", target):
                continue
            seen += 1
            if not (page.parent / target).exists():
                broken += 1
                print(f"{page.relative_to(root)}: {target} does not exist")
    print(f"{seen} links, {broken} broken")
    return 1 if broken or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
