# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Every C++ file has the layout of .clang-format, as the clang-format of Debian 12 (14) sets it: format_test.py PROJECT

`clang-format -i` on the files named mends it.
"""
import pathlib
import subprocess
import sys

FOLDERS = ("libje", "tools", "tests", "benchmarks", "examples")


def unlike(root, *words, **given):
    """What is laid out otherwise, as clang-format tells it."""
    done = subprocess.run(["clang-format", "--dry-run", "-Werror", "--ferror-limit=1", *words], cwd=root, text=True, capture_output=True, **given)
    return done.stderr if done.returncode else ""


def main():
    root = pathlib.Path(sys.argv[1])
    files = [str(path) for folder in FOLDERS for path in sorted((root / folder).rglob("*.[ch]pp"))]
    if len(files) < 500 or not unlike(root, "--assume-filename=a.cpp", input="int  main( ){}\n"):
        sys.exit(f"{len(files)} files, or clang-format finds nothing where there is something")
    said = unlike(root, *files)
    print(said or f"{len(files)} files are laid out by .clang-format")
    return bool(said)


sys.exit(main())
