#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Files with many slips: every fix that `je check` tells is followed to the letter, all in one round, and the file is then clean.

    slips_test.py JE SCHEMES FOLDER QUIET...

In a file below QUIET that is sound but for one unknown key, nothing but that key is told.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

MESSAGE = re.compile(r"^[^\n]*?:(\d+):(\d+): (error|warning): (.*) \[(JE-\w+)\]\n +\d+ \| .*\n +\| ( *)(\^+)\n(?:  expected: .*\n)?  fix: (.*)$", re.M)
# What no message can know: the day that was meant, and the level that a number or a word stands for.
BY_HAND = {"01/02/2024": "2024-02-01", "Level 2": "2", "3.0": "3"}

# What a file without a slip may be told: rules of its scheme, figures that are illustrative, steps as wide as a band.
NO_SLIPS = ("JE-P2", "JE-S71", "JE-B5")


def check(je, path):
    run = subprocess.run([je, "check", path], capture_output=True, text=True, timeout=60)
    if run.returncode not in (0, 1):
        sys.exit(f"{path}: exit {run.returncode}\n{run.stderr}")
    said = [found for found in MESSAGE.findall(run.stderr + run.stdout) if not found[4].startswith(NO_SLIPS)]
    return said, run.stdout + run.stderr


def with_value(line, column, carets, key, value):
    """`line` with `value` in place of that of `key`, which ends where the carets do, or with the line."""
    begin = line.rfind(key + ":", 0, column) + len(key) + 1
    begin += len(line[begin:]) - len(line[begin:].lstrip(" "))
    text = value[1:-1].replace("\\\"", '"') if value[0] in "\"'" else value
    end = column + carets
    if line[begin:].startswith(text) and end < begin + len(text):
        end = begin + len(text)
    elif line[begin:begin + 1] in "\"'" and line[begin + 1:].startswith(text):
        end = max(end, begin + 1 + len(text))
    comment = f" {line[end:].lstrip()}" if line[end:].lstrip().startswith("#") else None
    if comment and comment.strip() in value:
        end = len(line)
    return line[:begin] + value + line[end:]


def mended(line, column, carets, word):
    """`line` after the fix `word`, which is about `carets` signs from `column` on; None when nothing says what to write."""
    part = line[column:column + carets]
    if part in BY_HAND:
        return line[:column] + BY_HAND[part] + line[column + carets:]
    if found := re.fullmatch(r"replace what stands before the first word with (\d+) spaces?", word):
        return " " * int(found[1]) + line.lstrip(" \t\u00a0")
    if word.startswith("begin the line at the margin"):
        return line.lstrip(" \t\u00a0")
    if found := re.fullmatch(r"write '(\w+|[\w-]+:)'( and a space before the value)?", word):
        return line[:column] + found[1] + line[column + carets:]
    if found := re.fullmatch(r"put a space after '(\w+:)'", word):
        return line[:column] + line[column:].replace(found[1], found[1] + " ", 1)
    if word == "replace it with a plain space":
        return line[:column] + " " + line[column + 1:]
    if word == "replace it with a hyphen (-)":
        return line[:column] + "-" + line[column + 1:]
    if word.startswith("put a comma before"):
        return line[:column].rstrip() + ", " + line[column:]
    if found := re.fullmatch(r"write '(.)+' after the last value", word):
        return line + found[1]
    if found := re.fullmatch(r"write (\w+): (.*)", word):
        return with_value(line, column, carets, found[1], found[2])
    if found := re.match(r"(?:write|retype it:|write it in quotes:) ([^ ]+|\{.*\})(?:$|;)", word):
        return line[:column] + found[1] + line[column + carets:]
    return None


def mend(path, said):
    raw = path.read_bytes()
    lines = raw.decode("utf-8").split("\n")
    by_hand = set()  # places written anew by hand, of which more than one message may speak
    for row, byte, _, message, code, _, carets, word in sorted(said, key=lambda s: (int(s[0]), int(s[1])), reverse=True):
        line = lines[int(row) - 1]
        end = "\r" if line.endswith("\r") else ""
        line = line.removesuffix("\r")
        column = len(line.encode()[:int(byte) - 1].decode())
        if (row, byte) in by_hand:
            continue
        if line[column:column + len(carets)] in BY_HAND:
            by_hand.add((row, byte))
        done = mended(line, column, len(carets), word)
        if done is None:
            sys.exit(f"{path.name}:{row}: {code}: nothing to do after '{word}'")
        lines[int(row) - 1] = done + end
    path.write_bytes("\n".join(lines).encode())


def keep_quiet(je, folders):
    found = [path for folder in folders for path in sorted(pathlib.Path(folder).rglob("*.yaml"))]
    if len(found) < 20:
        sys.exit(f"only {len(found)} files in {folders}")
    for source in found:
        with tempfile.TemporaryDirectory() as work:
            path = pathlib.Path(work) / source.name
            path.write_bytes(source.read_bytes().rstrip() + b"\nzzzz: 1\n")
            said, shown = check(je, path)
            ids = [code for *_, code, _, _, _ in said if code.startswith("JE-Y")]
            if ids != ["JE-Y33"]:
                sys.exit(f"{source}: not one unknown key\n{shown}")


def main():
    je, schemes, folder, *quiet = sys.argv[1:]
    os.environ["JE_SCHEME_PATH"] = schemes
    with_slips = sorted(pathlib.Path(folder).glob("*.yaml"))
    if not with_slips:
        sys.exit(f"no file in {folder}")
    for source in with_slips:
        with tempfile.TemporaryDirectory() as work:
            path = pathlib.Path(work) / source.name
            path.write_bytes(source.read_bytes())
            first, shown = check(je, path)
            if not first:
                sys.exit(f"{source.name}: no slip was told\n{shown}")
            mend(path, first)
            second, again = check(je, path)
            if second:
                sys.exit(f"{source.name}: not clean after one round\n{shown}\nthen\n{again}\n{path.read_text()}")
    keep_quiet(je, quiet)


main()
