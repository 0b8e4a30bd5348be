#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""No text that people wrote about a job, and no name of a file, comes out in the public view of je score, explain and compare.

Every such text of two questionnaires carries a marker word, and so do the names of their folder and files, and of the folder and the files of a scheme and a table of bands. The marker must come out
without --audience, so that this check can fail, and nowhere with --audience public. A third job has a single post-holder: nothing of it comes out. Of a fourth, and of a row of CSV, nobody says how many
hold it: nothing of them comes out unless --holders-known-to-be-several is given.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

MARK = "zzmark7"
SINGLE = "lonelyjob"
UNTOLD = "untoldjob"

JOB = """format: je-job/1
id: {id}
title: {title}
organisation: {mark} House
scheme: equal-value-demo
version: "7"
note: Written with {mark}.
documents:
  - {{id: "{mark}-jdq", kind: questionnaire {mark}, title: Answers of {mark}, version: "{mark} 2", date: 2026-01-05}}
  - {{id: "{mark}-uncited", kind: letter, title: Letter of {mark}}}
factors:
  {factor}:
    level: {level}
    note: As {mark} said.
    evidence:
      - {{document: "{mark}-jdq", section: "{mark} 3", quote: "I am {mark}.", disputed: "By {mark}."}}
      - {{document: "{mark}-jdq", disputed: "By {mark} too."}}
posts:
  - {{id: p1, title: Post of {mark}, holders: {holders}}}
"""

BANDS = """format: je-bands/1
id: council
title: Bands of the council
edition: first
scheme: equal-value-demo
status: illustrative
bands:
  - table:
      - {id: low, floor: 0}
      - {id: high, floor: 300}
    open_ended: true
"""


def factors_of(je, schemes):
    shown = subprocess.run([je, "new", "job", "--scheme", "equal-value-demo", "--scheme-path", schemes], capture_output=True, text=True, check=True)
    lines = shown.stdout.splitlines()
    return [line.strip().rstrip(":") for line in lines[lines.index("factors:") + 1:] if line.startswith("  ") and line[2].isalpha() and line.endswith(":")]


def write_jobs(folder, factor):
    texts = {"mark": MARK, "factor": factor}
    for name, title, level, holders in (("first", "First job", 1, 3), ("second", "Second job", 2, 2), (SINGLE, f"Title of {SINGLE}", 2, 1)):
        (folder / f"{MARK}-{name}.yaml").write_text(JOB.format(id=name, title=title, level=level, holders=holders, **texts), encoding="utf-8")
    untold = JOB.format(id=UNTOLD, title=f"Title of {UNTOLD}", level=2, holders=2, **texts).replace(", holders: 2", "")
    (folder / f"{MARK}-{UNTOLD}.yaml").write_text(untold, encoding="utf-8")
    (folder.parent / "rows.csv").write_text(f"id,{factor},holders\n{UNTOLD},2,\n{SINGLE},2,1\nmany,2,12\n", encoding="utf-8")
    (folder / f"{MARK}-broken.yaml").write_text(JOB.format(id=f"broken-{MARK}", title="Broken", level=99, holders=2, **texts), encoding="utf-8")


def run(je, schemes, folder, words):
    done = subprocess.run([je, *words, "--scheme-path", schemes], cwd=folder.parent, capture_output=True, text=True)
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit(f"je {' '.join(words)}: exit status {done.returncode}\n{done.stderr}")
    return done.stdout


def main():
    je, schemes = str(pathlib.Path(sys.argv[1]).resolve()), str(pathlib.Path(sys.argv[2]).resolve())
    faults = []
    marked = False
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top) / f"{MARK}-folder"
        folder.mkdir()
        write_jobs(folder, factors_of(je, schemes)[0])
        schemes_of_somebody = pathlib.Path(top) / f"{MARK}-schemes"
        schemes_of_somebody.mkdir()
        scheme, bands = schemes_of_somebody / f"{MARK}-demo.yaml", schemes_of_somebody / f"{MARK}-bands.yaml"
        shutil.copy(pathlib.Path(schemes) / "equal-value-demo.yaml", scheme)
        commands = [["score"], ["explain", "--job", "first"], ["compare", "--job", "first", "--job", "second"],
                    ["diff", folder.name, "--job", "first", "--job", "second"]]
        bands.write_text(BANDS, encoding="utf-8")
        with_its_file = ["--scheme", f"{schemes_of_somebody.name}/{scheme.name}"]
        with_its_bands = ["--bands", f"{schemes_of_somebody.name}/{bands.name}"]
        for command in [[*words, *files] for words in commands for files in ([], with_its_file, with_its_bands)]:
            for form in ("text", "markdown", "csv", "json"):
                words = [command[0], folder.name, *command[1:], "--format", form]
                plain = run(je, schemes, folder, words)
                marked = marked or (MARK in plain and SINGLE in run(je, schemes, folder, ["score", folder.name]))
                public = run(je, schemes, folder, [*words, "--audience", "public"])
                for word in (MARK, SINGLE, UNTOLD):
                    for line in public.splitlines():
                        if word in line:
                            faults.append(f"je {' '.join(words)} --audience public: {line.strip()[:200]}")
        rows = ["score", "rows.csv", "--scheme", "equal-value-demo", "--format", "csv", "--audience", "public"]
        for more, seen in ([], False), (["--holders-known-to-be-several"], True):
            out = run(je, schemes, folder, [*rows, *more])
            if (UNTOLD in out) != seen or SINGLE in out or "many" not in out:
                faults.append(f"rows of CSV, {more}: {out}")
            out = run(je, schemes, folder, ["score", folder.name, "--audience", "public", *more])
            if (UNTOLD in out) != seen or SINGLE in out:
                faults.append(f"questionnaires, {more}: {out}")
    if not marked:
        faults.append("the marker does not come out without --audience: the check would see nothing")
    print("\n".join(faults) or "nothing of the marked texts comes out in the public view")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
