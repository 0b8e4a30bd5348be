#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Runs cases of the tests (support/cases.py says what a case is) and compares what comes out to the byte.

    tests/run_cases.py --je build/test/bin/je tests/golden/score         # every case of a command
    tests/run_cases.py --je build/test/bin/je tests/errors/cycle.case    # one
    tests/run_cases.py --je build/test/bin/je --verify tests/golden      # results in JSON: `je verify` makes them again

A page on standard output is compared without its style sheet and script (support/pages.py). A case that fails is shown with what differs, and the others are run. With JE_UPDATE_GOLDEN=1 in the environment what comes out
becomes what is expected; read the diff before you commit it.
"""
import argparse
import difflib
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

from support import cases, pages

TESTS = pathlib.Path(__file__).resolve().parent
SECONDS = 600  # of a busy machine, under sanitizers


def run(je, words, folder):
    """The standard output, error output and exit status, each as the cases have it."""
    environment = {**os.environ, "LC_ALL": "C", "JE_SCHEME_PATH": str(TESTS.parent / "schemes")}
    environment.pop("COLUMNS", None)
    try:
        done = subprocess.run([je, *words], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired as late:
        return {"stdout": late.stdout or b"", "stderr": late.stderr or b"", "exit": b"none after %d seconds\n" % SECONDS}
    status = str(done.returncode) if done.returncode >= 0 else signal.Signals(-done.returncode).name
    return {"stdout": pages.without_shared_parts(done.stdout), "stderr": done.stderr, "exit": status.encode() + b"\n"}


def differences(name, expected, got):
    """A unified diff; bytes that are no text are shown by their numbers."""
    if got is None:
        return f"{name} is not there\n"
    sides = [data.decode("utf-8", "backslashreplace").splitlines(keepends=True) for data in (expected, got)]
    if expected != got and sides[0] == sides[1]:
        return f"{name} differs in bytes that are no text\n"
    lines = difflib.unified_diff(*sides, f"{name}, expected", f"{name}, got")
    return "".join(line if line.endswith("\n") else line + "\n(no line end)\n" for line in lines)


def check(je, case, work):
    """What is wrong with what the program does; nothing when all is as expected."""
    case.lay_out(work / "run")
    got = run(je, case.words, work / "run")
    if os.environ.get("JE_UPDATE_GOLDEN"):
        case.rewrite(got)
    faults = [differences(part, case.expected[part], got[part]) if part in case.expected else f"no expected {part}\n" for part in cases.PARTS]
    for name, data in case.after.items():
        path = work / "run" / name
        faults.append(differences(name, data, path.read_bytes() if path.is_file() else None))
    return "".join(faults) and f"$ je {case.line}\n" + "".join(faults)


def verify(je, case, work):
    """The stored result reproduces from the files of the case, and with a value changed it does not."""
    case.lay_out(work / "run")
    stored = case.expected["stdout"]
    faults = ""
    at = stored.rindex(b'"name":"je"')  # one value, of a result that holds others too
    altered = stored[:at] + stored[at:].replace(b'"name":"je"', b'"name":"ej"')
    for name, data, status, words in (("stored", stored, b"0", b"it reproduces exactly"),
                                      ("altered", altered, b"1", b"it does not reproduce: 1 value differs")):
        (work / f"{name}.json").write_bytes(data)
        got = run(je, ["verify", f"{name}.json", "--in", "run"], work)
        if got["exit"] != status + b"\n" or words not in got["stdout"]:
            faults += f"{name}: expected '{words.decode()}' and {status.decode()}; got {got['exit'].decode()}" + "".join(
                got[part].decode("utf-8", "backslashreplace") for part in ("stdout", "stderr"))
    return faults


def stored_result(case):
    """Whether what the case prints is a result in JSON that can be made again; the public view names no arguments."""
    result = case.expected.get("stdout", b"")
    return result.startswith(b'{"format":"je-') and b'"arguments":' in result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--je", type=pathlib.Path, required=True)
    parser.add_argument("--verify", action="store_true")
    parser.add_argument("paths", nargs="+", type=pathlib.Path)
    given = parser.parse_args()
    tried, failed = 0, 0
    for path in (path for given_path in given.paths for path in cases.below(given_path)):
        try:
            case = cases.read(path)
            if given.verify and not stored_result(case):
                continue
            with tempfile.TemporaryDirectory() as work:
                fault = (verify if given.verify else check)(given.je.resolve(), case, pathlib.Path(work))
        except (OSError, ValueError) as wrong:
            fault = f"not a sound case: {wrong}\n"
        tried += 1
        if fault:
            failed += 1
            print(f"{path}: failed\n{fault}", flush=True)
    print(f"{tried} cases, {failed} failed")
    return 1 if failed or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
