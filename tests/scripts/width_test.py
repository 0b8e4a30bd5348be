# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""No line of text is wider than --width, whatever the command, over the shipped examples and schemes.

    width_test.py JE PROJECT
"""
import os
import pathlib
import subprocess
import sys
import unicodedata

JE, PROJECT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
NHS, OPM = "--scheme nhs-afc", "--scheme opm-fes"
COMMANDS = {
    "examples/probation": ["score .", "explain vlo.yaml", "explain vlo.yaml --changes all", "compare vlo.yaml po.yaml pso.yaml", "compare --audience panel vlo.yaml po.yaml",
                           "panel history", "panel history --each", "panel history --audience public", "appeal history --records .",
                           "appeal history --records . --audience public", "sensitivity vlo.yaml --weights --levels", "sensitivity vlo.yaml po.yaml --factors --floors",
                           "sensitivity . --weights --floors --factors --joint --scenarios 2000 --region simplex"],
    "schemes": [f"check --quiet --show {name}.yaml" for name in ("nhs-afc", "nnc-probation", "njc", "opm-fes", "opm-fes-matrix", "opm-gssg", "equal-value-demo")],
    "examples/nhs-digital": [f"score {NHS} jobs.csv", f"sensitivity {NHS} jobs.csv --factors --floors", f"sensitivity {NHS} jobs.csv --weights --levels"],
    "examples/opm-contracting": [f"score {OPM} jobs.csv", f"sensitivity {OPM} jobs.csv --factors", "score questionnaires", "check --quiet questionnaires"],
    "tests/worked": ["test ."],
}


def columns(line):
    return len(line) if line.isascii() else sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def lines_of(folder, words, width):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "JE_SCHEME_PATH": str(PROJECT / "schemes")}
    done = subprocess.run([JE, *words.split(), "--width", str(width)], cwd=PROJECT / folder, env=environment, capture_output=True, text=True)
    if done.returncode > 1 or not done.stdout:
        sys.exit(f"je {words}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout.splitlines()


def main():
    wide, seen = [], 0
    for width in (80, 100):
        for folder, commands in COMMANDS.items():
            for words in commands:
                lines = lines_of(folder, words, width)
                seen += len(lines)
                wide += [f"{folder}: je {words} --width {width}: {columns(line)} columns: {line}" for line in lines if columns(line) > width and len(line.split()) > 1]  # an address is not broken
    plain = lines_of("examples/probation", "explain vlo.yaml", 40)
    if not any(columns(line) > 30 for line in plain):
        sys.exit("a width of 40 gives lines of 30 at most: what is measured is not what is written")
    print("\n".join(wide) or f"{seen} lines, none wider than its page")
    sys.exit(bool(wide))


if __name__ == "__main__":
    main()
