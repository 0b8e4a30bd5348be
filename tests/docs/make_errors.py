# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""The text of docs/errors.md, made from the cases under tests/errors."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import cases  # noqa: E402

SECTIONS = [
    ("JE-Y", "The form of YAML files"), ("JE-K", "Characters that mislead"), ("JE-S", "Schemes"), ("JE-E", "Matrices and points that depend on others, in schemes"), ("JE-I", "Levels from facts"), (("JE-T2", "JE-T3", "JE-T4", "JE-T6", "JE-T7"), "Levels from questions"), ("JE-B", "Band and pay tables"), ("JE-J", "Jobs"),
    ("JE-O", "Options of levels"), ("JE-C", "Jobs as CSV"), ("JE-R", "Rules about panels and appeals, in schemes"), ("JE-P", "Records of panels, and finding records"),
    ("JE-A", "Records of appeals"), ("JE-T0", "Worked examples"), ("JE-H", "Lists of holidays"),
    (("JE-Q0", "JE-Q1"), "Chances of levels"), ("JE-Q2", "Two versions of a questionnaire"), ("JE-Z", "Other weightings, and local agreements"),
    ("JE-G", "Shards of sensitivity runs"), ("JE-L", "Sealed logs"), ("JE-V", "Verifying"), ("JE-M", "Reports and bundles"), ("JE-N", "Run files"), ("JE-F", "Limits and encodings"), ("JE-U", "Usage"), ("JE-W", "Languages"), ("JE-D", "Figures"),
    ("JE-X", "Outside the program"),
]
ID = re.compile(r"\[(JE-[A-Z]\d\d)(?: [a-z0-9-]+)?\]")


def said_by_cases(root):
    """Each case under tests/errors, and what je says in it."""
    for path in cases.below(root / "tests/errors"):
        expected = cases.read(path).expected
        yield path, (expected["stdout"] + expected["stderr"]).decode("utf-8", "replace")


def first_ids(root):
    """For each id, the first case that shows it; a case named after an id comes before others."""
    found = {}
    for path, said in said_by_cases(root):
        for identity in dict.fromkeys(ID.findall(said)):
            named = path.name.startswith(identity.lower())
            if identity not in found or (named and not found[identity][2]):
                found[identity] = (path, said, named)
    return found


def entry(root, identity, path, said):
    lines = said.splitlines()
    at = next(i for i, line in enumerate(lines) if identity in ID.findall(line))
    end = at + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    shown = "\n".join(lines[at:end])
    return f"### {identity}\n\n```text\n{shown}\n```\n\n[The files of this case](../{path.relative_to(root)})\n"


def text(root):
    found = first_ids(root)
    parts = ["# Every message, with a file that causes it\n",
             "This page is made from the cases under `tests/errors` by `tests/docs/make_errors.py`; each case is run as a test, and its",
             "exact output, error output and exit status are compared. The first line of a message is for programs too:",
             "`file:line:column: severity: message [id]`; where the finding has a name of its own, `[id name]`. Ids and names do "
             "not\nchange their meaning.\n"]
    for prefix, title in SECTIONS:
        ids = sorted(i for i in found if i.startswith(prefix))
        if ids:
            parts.append(f"## {title}\n")
            parts += [entry(root, i, found[i][0], found[i][1]) for i in ids]
    return "\n".join(parts).rstrip("\n") + "\n"


if __name__ == "__main__":
    project = pathlib.Path(__file__).resolve().parents[2]
    (project / "docs/errors.md").write_text(text(project), encoding="utf-8")
