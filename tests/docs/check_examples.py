# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands shown in the documents and compares what they print.

A block fenced as ```console holds commands, each on a line that begins with "$ ", followed by what it prints
(standard output, then standard error). A line holding only "..." stands for any number of lines; the command must then
succeed. A block fenced as ```python or ```r is run too, and what it prints is compared with the ```text block right after it.
Commands run in a copy of the project's folder. JE_UPDATE_DOCS=1 rewrites what differs, keeping as many lines before and
after "..." as there were; where "..." stands more than once it is left for you. Read the diff before committing.

Figures in the prose of such a document are held against what its commands print: each number of a section (from one "## " to the
next) must stand, digit for digit, in the whole output of a command of that section; of any command of the document where the section
has none. Years, numbers in `code`, in links, headings and numbers of list items are not looked at. Where the figures come from elsewhere,
a comment in the section says so:
    <!-- figures of: je panel examples/probation/history -->   a command that prints them, which is run but not shown
    <!-- figures stated: 4.0, 12 -->                           numbers that no command prints: a version, a law, an exit status
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
FIGURE = re.compile(r"(?<![\w.,/#&-])\d+(?:,\d{3})*(?:\.\d+)?(?:[ \u00a0]?%)?(?!\w|[.,-]\d)")
YEAR = re.compile(r"(19|20)\d\d")
FIGURES_OF = re.compile(r"<!-- figures of: (.*?) -->")
STATED = re.compile(r"<!-- figures stated: (.*?) -->")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
NOT_PROSE = re.compile(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|<!--.*?-->|<[^>]*>|^ *\d+\. |^#[^\n]*", re.M | re.S)
LANGUAGES = {"python": "/usr/bin/python3 -", "r": "Rscript --vanilla -"}  # those of Debian, which have the packages


def documents(root):
    yield root / "README.md"
    for pattern in ("docs/*.md", "examples/*/README.md", "schemes/README.md"):
        found = sorted(root.glob(pattern))
        if not found:
            sys.exit(f"there is no {pattern}")
        yield from found


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


def figures(text):
    """Numbers as they are written; one with a percent sign also without it."""
    found = {figure.replace("\u00a0", " ") for figure in FIGURE.findall(text)}
    return found | {figure.rstrip(" %") for figure in found}


def blank(match):
    """The same lines with nothing on them, so that what follows keeps its line number."""
    return " " + "\n" * match.group(0).count("\n")


def unfounded(text, outputs):
    """Figures of the prose, with their lines, that no command prints; `outputs` has what each command of the document printed."""
    missing, line = [], 1
    for section in re.split(r"^(?=## )", text, flags=re.M):
        commands = FIGURES_OF.findall(section)
        for language, block, _ in BLOCK.findall(section):
            commands += [c for c, _ in commands_of(block)] if language == "console" else [block]
        known = figures("\n".join(outputs[c] for c in commands or outputs))
        for stated in STATED.findall(section):
            known |= figures(stated)
        prose = NOT_PROSE.sub(blank, FENCED.sub(blank, section))
        for number, words in enumerate(prose.split("\n"), line):
            for figure in FIGURE.findall(words):
                figure = figure.replace("\u00a0", " ")
                if figure not in known and not YEAR.fullmatch(figure):
                    missing.append((number, figure))
        line += section.count("\n")
    return missing


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
    outputs = {}

    def script(language, text, printed):
        nonlocal count
        count += 1
        status, got = run(LANGUAGES[language], folder, je, text.encode())
        outputs[text] = "\n".join(got)
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
            outputs[command] = "\n".join(got)
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
    for command in FIGURES_OF.findall(text):
        outputs[command] = "\n".join(run(command, folder, je)[1])
    return failures, count, unfounded(text, outputs) if outputs else []


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
            failures, count, figures_missing = check(path, folder, options.je.resolve(), update)
            total += count
            for line, figure in figures_missing:
                failed += 1
                print(f"{path.relative_to(options.root)}:{line}: the figure {figure} is in no output of the commands beside it")
            for command, expected, got in failures:
                failed += 1
                print(f"{path.relative_to(options.root)}: $ {command}")
                print("  expected:", *expected, sep="\n    ")
                print("  got:", *got, sep="\n    ")
    print(f"{total} commands in the documents, {failed} of them, or of the figures in the prose, differ")
    return 1 if failed or total == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
