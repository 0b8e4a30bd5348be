# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""What `je batch --dry-run` says of a run file is what `je batch` says, and it writes nothing.

    dry_run_test.py JE PROJECT

Over all cases of je batch: the exit status is the same, and every message of the run stands in the dry run too, which goes on
where the run stops. That a file is from an earlier run (JE-N19) is known after the run alone.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import cases  # noqa: E402

JE, PROJECT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()


def run(folder, words):
    environment = {**os.environ, "LC_ALL": "C", "JE_SCHEME_PATH": str(PROJECT / "schemes")}
    done = subprocess.run([JE, *words], cwd=folder, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300)
    messages = set(re.findall(r"^.*\[JE-[A-Z]\d\d(?: [a-z0-9-]+)?\]$", done.stderr, re.M))
    return done.returncode, {m for m in messages if "[JE-N19]" not in m}


def listing(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))


def faults_of(case, words, work):
    results = {}
    for how, extra in (("dry", ["--dry-run"]), ("real", [])):
        folder = work / how
        case.lay_out(folder)
        before = listing(folder)
        results[how] = run(folder, words + extra)
        if how == "dry" and listing(folder) != before:
            yield "the dry run wrote something"
    if results["dry"][0] != results["real"][0]:
        yield f"exit status {results['dry'][0]} of the dry run, {results['real'][0]} of the run"
    for message in sorted(results["real"][1] - results["dry"][1]):
        yield f"not said by the dry run: {message}"


def main():
    faults, tried = [], 0
    for case in map(cases.read, cases.below(PROJECT / "tests")):
        words = [word for word in case.words if word != "--dry-run"]
        if words[:1] != ["batch"]:
            continue
        tried += 1
        with tempfile.TemporaryDirectory() as work:
            faults += [f"{case.path.relative_to(PROJECT)}: {fault}" for fault in faults_of(case, words, pathlib.Path(work))]
    print(*faults, sep="\n")
    print(f"{tried} cases of je batch, {len(faults)} differences")
    return 1 if faults or tried < 60 else 0


if __name__ == "__main__":
    sys.exit(main())
