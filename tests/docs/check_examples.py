# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands shown in the documents and compares what they print.

A block fenced as ```console holds commands, each on a line that begins with "$ ", followed by what it prints
(standard output, then standard error). A line holding only "..." stands for any number of lines; the command must then
succeed. A block fenced as ```python or ```r is run too, and what it prints is compared with the ```text block right after it.
Commands run in a copy of the project's folder. JE_UPDATE_DOCS=1 rewrites what differs, keeping as many lines before and
after "..." as there were; where "..." stands more than once it is left for you. Read the diff before committing.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(console|python|r)\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", re.M | re.S)
LANGUAGES = {"python": "/usr/bin/python3 -", "r": "Rscript --vanilla -"}  # those of Debian, which have the packages


def documents(root):
    yield root / "README.md"
    for pattern in ("docs/*.md", "examples/*/README.md", "schemes/README.md"):
        yield from sorted(root.glob(pattern))


def commands_of(block):
    """Pairs of command and expected lines."""
    pairs = []
    for line in block.splitlines():
        if line.startswith("$ "):
            pairs.append((line[2:], []))
        elif pairs:
            pairs[-1][1].append(line)
        else:
            raise ValueError(f"a console block begins without a command: {line!r}")
    return pairs


def run(command, folder, je, given=None):
    environment = {**os.environ, "PATH": f"{je.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
    if command == "./demo.sh":  # without building once more
        command = "scripts/demo_commands.sh"
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=120,
                          input=given)
    return done.returncode, (done.stdout + done.stderr).decode().rstrip("\n").splitlines()


def rewritten(expected, got):
    if "..." not in expected:
        return got
    if expected.count("...") > 1:
        return expected
    before = expected.index("...")
    after = len(expected) - before - 1
    return got[:before] + ["..."] + (got[-after:] if after else [])


def matches(expected, got):
    if "..." not in expected:
        return expected == got
    at = expected.index("...")
    head, tail = expected[:at], expected[at + 1:]
    return got[:at] == head and any(matches(tail, got[i:]) for i in range(at, len(got) + 1))


def trimmed(lines):
    lines = list(lines)
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return lines


def check(path, folder, je, update):
    text = path.read_text(encoding="utf-8")
    failures, count = [], 0

    def script(language, text, printed):
        nonlocal count
        count += 1
        status, got = run(LANGUAGES[language], folder, je, text.encode())
        expected = printed.splitlines()
        if status != 0 or trimmed(got) != expected:
            failures.append((f"the script in {language}, with status {status}", expected, got))
        printed = "".join(line + "\n" for line in trimmed(got))
        return f"```{language}\n{text}```\n\n```text\n{printed}```"

    def replace(match):
        nonlocal count
        language, block, printed = match.groups()
        if language != "console":
            return script(language, block, printed or "")
        shown = []
        for command, expected in commands_of(block):
            count += 1
            expected = trimmed(expected)
            status, got = run(command, folder, je)
            got = trimmed(got)
            failed_unseen = status != 0 and "..." in expected
            differs = failed_unseen or not matches(expected, got)
            if differs:
                failures.append((command, expected, got))
            shown += ["$ " + command, *(rewritten(expected, got) if differs else expected)]
        after = "" if printed is None else f"\n\n```text\n{printed}```"
        return "```console\n" + "".join(line + "\n" for line in shown) + "```" + after

    fresh = BLOCK.sub(replace, text)
    if update and fresh != text:
        path.write_text(fresh, encoding="utf-8")
    return failures, count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--je", type=pathlib.Path, required=True)
    options = parser.parse_args()
    update = bool(os.environ.get("JE_UPDATE_DOCS"))
    total, failed = 0, 0
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work) / "project"
        shutil.copytree(options.root, folder, ignore=shutil.ignore_patterns("build*", ".git", "corpus"))
        for path in documents(options.root):
            failures, count = check(path, folder, options.je.resolve(), update)
            total += count
            for command, expected, got in failures:
                failed += 1
                print(f"{path.relative_to(options.root)}: $ {command}")
                print("  expected:", *expected, sep="\n    ")
                print("  got:", *got, sep="\n    ")
    print(f"{total} commands in the documents, {failed} differ")
    return 1 if failed or total == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
