# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""A format that is one more row of the table of formats (support/toy_format.cpp) writes every command's results.

    toy_format_test.py JE_WITH_THE_TOY TESTS

Every golden case that prints text is run with --format toy: the exit status is the same, and what comes out is the toy's.
"""
import collections
import functools
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import run_cases  # noqa: E402
from support import cases  # noqa: E402

JE, TESTS = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
NOT_RESULTS = {"new"}  # files for people to fill in, in the formats that je reads


@functools.cache
def takes_format(command):
    listed = subprocess.run([JE, "--list-options", command], capture_output=True, text=True, check=False)
    return "--format" in listed.stdout


def main():
    rendered, faults = collections.Counter(), []
    for path in cases.below(TESTS / "golden"):
        case = cases.read(path)
        words = case.words
        if not words or "--help" in words or any(word.startswith("--format") for word in words) or not takes_format(words[0]):
            continue
        printed = case.expected["stdout"]
        if words[0] in NOT_RESULTS or not printed or printed.startswith(b"{") or case.after:  # a shard is JSON whatever is asked
            continue
        with tempfile.TemporaryDirectory() as work:
            case.lay_out(pathlib.Path(work) / "run")
            got = run_cases.run(JE, [words[0], "--format", "toy", *words[1:]], pathlib.Path(work) / "run")
        rendered[words[0]] += 1
        if got["exit"] != case.expected["exit"] or not got["stdout"].startswith(b"toy\n"):
            faults.append(f"{path}: exit status {got['exit'].decode()}{(got['stdout'] + got['stderr']).decode('utf-8', 'replace')[:500]}")
    commands = {path.name for path in (TESTS / "golden").iterdir() if takes_format(path.name)} - NOT_RESULTS
    faults += [f"je {command}: no case was rendered" for command in sorted(commands - set(rendered))]
    print(*faults, sep="\n")
    print(f"{sum(rendered.values())} results of {len(rendered)} commands, {len(faults)} faults")
    return 1 if faults or len(commands) < 8 else 0


if __name__ == "__main__":
    sys.exit(main())
