#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""je check says all that je panel and je appeal say of the same records: check_says_all.py JE TESTS SCHEMES

Over every case of the tests that runs je panel or je appeal, the ids of what the command says are held against those of je check. What depends on
an option that je check does not have - a day, holidays, other bands, an audience - is not compared, nor what is about the command's own usage.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import cases  # noqa: E402

ID = re.compile(r"\[(JE-[A-Z]\d+)(?: [a-z0-9-]+)?\]")
WITH_VALUE = {"--scheme", "--scheme-path", "--records", "--format", "--audience", "--output", "--max-file-size", "--max-depth", "--max-nodes", "--changes", "--width"}
NOT_COMPARED = {"--as-of", "--holidays", "--bands"}
# Of the view, and of runs that found no record; je check has neither.
OF_THE_COMMAND = {"JE-P22", "JE-P24", "JE-P23", "JE-A11"}


def words_for_check(words):
    """The words of the same check; None when they cannot be compared."""
    kept, i = [], 0
    while i < len(words):
        name, _, value = words[i].partition("=")
        if name in NOT_COMPARED:
            return None
        taken = [words[i]]
        if name in WITH_VALUE and not value and i + 1 < len(words):
            taken.append(words[i + 1])
        if not name.startswith("--") or name in ("--scheme", "--scheme-path", "--records"):
            kept += taken
        i += len(taken)
    return kept


def run(je, schemes, folder, words):
    done = subprocess.run([je, *words], cwd=folder, capture_output=True, env={**os.environ, "JE_SCHEME_PATH": schemes, "LC_ALL": "C"})
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def main():
    je, tests, schemes = (str(pathlib.Path(word).resolve()) for word in sys.argv[1:4])
    compared, faults = 0, []
    for case in map(cases.read, cases.below(pathlib.Path(tests))):
        words = case.words
        if not words or words[0] not in ("panel", "appeal") or "--help" in words:
            continue
        checked = words_for_check(words[1:])
        if checked is None:
            continue
        with tempfile.TemporaryDirectory() as work:
            folder = pathlib.Path(work) / "run"
            case.lay_out(folder)
            status, _, said = run(je, schemes, folder, [*words, "--format", "json"] if "--format" not in words else words)
            ids = set(ID.findall(said)) - OF_THE_COMMAND
            if status > 1 or any(one.startswith(("JE-U0", "JE-U1", "JE-X")) for one in ids):
                continue
            _, shown, beside = run(je, schemes, folder, ["check", *checked])
        missing = ids - set(ID.findall(shown + beside))
        compared += 1
        if missing:
            faults.append(f"{case.path}: je check does not say {', '.join(sorted(missing))}")
    print("\n".join(faults) or f"je check says all of it in {compared} cases")
    return 1 if faults or compared < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
