# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""No line of text is wider than --width, whatever the command, over the shipped examples and schemes.

    width_test.py JE PROJECT
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

JE, PROJECT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
NHS, OPM = "--scheme nhs-afc", "--scheme opm-fes"
COMMANDS = {
    "examples/probation": ["score .", "score vlo.yaml --language cy", "report vlo.yaml po.yaml history/panel-2016-08.yaml history/appeal-2023.yaml", "report vlo.yaml --language cy",
                           "batch run.ini --dry-run", "check --quiet .", "explain vlo.yaml", "explain vlo.yaml --changes all", "compare vlo.yaml po.yaml pso.yaml", "compare --audience panel vlo.yaml po.yaml", "diff vlo.yaml po.yaml", "diff --audience panel vlo.yaml po.yaml",
                           "panel history", "panel history --each", "panel history --audience public", "appeal history --records .",
                           "appeal history --records . --audience public", "sensitivity vlo.yaml --weights --levels", "sensitivity vlo.yaml po.yaml --factors --floors",
                           "sensitivity . --weights --floors --factors --joint --scenarios 500 --region simplex"],
    "schemes": [f"check --quiet --show {name}.yaml" for name in ("nhs-afc", "nnc-probation", "njc", "opm-fes", "opm-fes-matrix", "opm-gssg", "equal-value-demo", "tbs-ec", "tbs-fb", "tbs-sw")],
    "examples/nhs-digital": [f"report {NHS} jobs.csv", f"score {NHS} jobs.csv", f"sensitivity {NHS} jobs.csv --factors --floors", f"sensitivity {NHS} jobs.csv --weights --levels"],
    "examples/opm-contracting": [f"score {OPM} jobs.csv", f"sensitivity {OPM} jobs.csv --factors", "score questionnaires", "explain supervisor/supervisory-contract-specialist.yaml", "check --quiet questionnaires"],
    "tests/worked": ["test ."],
}


def columns(line):
    return len(line) if line.isascii() else sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def lines_of(folder, words, width, writes=False):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "JE_SCHEME_PATH": str(PROJECT / "schemes")}
    done = subprocess.run([JE, *words.split(), "--width", str(width)], cwd=PROJECT / folder, env=environment, capture_output=True, text=True)
    if done.returncode > 1 or not (done.stdout or writes):
        sys.exit(f"je {words}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout.splitlines()


def main():
    wide, seen = [], 0
    for width in (40, 60, 80, 100, 200):
        for folder, commands in COMMANDS.items():
            for words in commands:
                lines = lines_of(folder, words, width)
                seen += len(lines)
                wide += [f"{folder}: je {words} --width {width}: {columns(line)} columns: {line}" for line in lines if columns(line) > width]
        with tempfile.TemporaryDirectory() as made:
            lines_of("examples/probation", f"score . --format json --output {made}/score.json", width, writes=True)
            lines = lines_of("examples/probation", f"verify {made}/score.json", width)
            wide += [f"je verify --width {width}: {columns(line)} columns: {line}" for line in lines if columns(line) > width]
    plain = lines_of("examples/probation", "explain vlo.yaml", 40)
    if not any(columns(line) > 30 for line in plain):
        sys.exit("a width of 40 gives lines of 30 at most: what is measured is not what is written")
    print("\n".join(wide) or f"{seen} lines, none wider than its page")
    sys.exit(bool(wide))


if __name__ == "__main__":
    main()
