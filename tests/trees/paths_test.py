# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""What `je check --paths` says of the schemes of this folder follows from their forms, and the examples of `je new test --paths` hold.

    paths_test.py JE FOLDER WORK

Paths are walked anew over the questions of the JSON result, slowly and obviously; CSV in both shapes, the figure and the worked
examples are held against them.
"""
import csv
import io
import json
import pathlib
import subprocess
import sys

JE, HERE, WORK = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
PAIRS = {  # worked out by hand from the schemes; of a pair the two levels
    "facts": {"supervision": {"led": ("1", "2"), "appraises": ("2", "3")}, "direct-service": {"through-others": ("2", "1"), "situations": ("2", "3"), "share": ("2", "3")}},
    "probation": {"emotional-demands": {"how-often": ("1", "2"), "how-deep": ("3", "4"), "substance": ("4", "5"), "relief": ("5", "4")},
                  "people": {"effect": ("1", "2"), "part": ("3", "4"), "decides": ("4", "5"), "serious-harm": ("4", "5")}},
}
faults = []


def check(what, holds):
    if not holds:
        faults.append(what)


def je(*words, folder=HERE, status=0):
    done = subprocess.run([JE, *words], cwd=folder, capture_output=True, text=True)
    if done.returncode != status:
        sys.exit(f"je {' '.join(words)}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def walk(questions, at, steps):
    for option in questions[at]["options"]:
        taken = steps + [(at, option["id"])]
        if option["level"] is not None:
            yield {"level": option["level"], "steps": [{"question": q, "option": o} for q, o in taken]}
        else:
            yield from walk(questions, option["next"], taken)


def differ_in(pair):
    """The questions that both ask and answer differently."""
    first, second = ({step["question"]: step["option"] for step in pair[side]["steps"]} for side in ("first", "second"))
    return {question for question in first.keys() & second.keys() if first[question] != second[question]}


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def check_tree(scheme, tree):
    name = f"{scheme.parent.name}, {tree['factor']}"
    questions = {question["id"]: question for question in tree["questions"]}
    numbers = {id: question["number"] for id, question in questions.items()}
    paths = list(walk(questions, tree["questions"][0]["id"], []))
    check(f"{name}: paths", tree["paths"] == paths and tree["paths_count"] == len(paths) and tree["paths_listed"])
    check(f"{name}: longest", tree["longest"] == max(len(path["steps"]) for path in paths))
    for question in tree["questions"]:
        check(f"{name}: an answer leads back", all(o["next"] is None or numbers[o["next"]] > question["number"] for o in question["options"]))
    for pair in tree["pairs"]:
        check(f"{name}: {pair['question']} is no pair", differ_in(pair) == {pair["question"]} and pair["first"]["level"] != pair["second"]["level"])
        check(f"{name}: {pair['question']} has no such path", pair["first"] in paths and pair["second"] in paths)
    told = [pair["question"] for pair in tree["pairs"]] + tree["no_pair"]
    check(f"{name}: not each question once", sorted(told) == sorted(questions) and tree["not_searched"] == [])
    expected = PAIRS.get(scheme.parent.name, {}).get(tree["factor"])
    found = {pair["question"]: (pair["first"]["level"], pair["second"]["level"]) for pair in tree["pairs"]}
    check(f"{name}: pairs {found}", expected is None or found == expected)
    svg = je("check", str(scheme), "--paths", "--format", "svg", "--figure", f"tree-{tree['factor']}")
    check(f"{name}: picture", svg.startswith("<svg") and svg.count('class="node"') == len(questions))


def check_scheme(scheme):
    trees = json.loads(je("check", str(scheme), "--paths", "--format", "json"))["trees"]
    for tree in trees:
        check_tree(scheme, tree)
    wide = rows(je("check", str(scheme), "--paths", "--format", "csv"))
    steps = [[row[key] for key in row if key.startswith("step_") and row[key]] for row in wide]
    check(f"{scheme}: CSV", steps == [[f"{s['question']}: {s['option']}" for s in path["steps"]] for tree in trees for path in tree["paths"]])
    check(f"{scheme}: levels in CSV", [row["level"] for row in wide] == [path["level"] for tree in trees for path in tree["paths"]])
    long = rows(je("check", str(scheme), "--paths", "--steps", "--format", "csv"))
    check(f"{scheme}: long CSV", [f"{row['question']}: {row['option']}" for row in long] == [step for path in steps for step in path])
    few = json.loads(je("check", str(scheme), "--paths", "--max-paths", "1", "--format", "json"))["trees"]
    check(f"{scheme}: more than --max-paths", [(t["paths_count"], t["paths_listed"], t["paths"]) for t in few] == [(t["paths_count"], False, []) for t in trees])
    check(f"{scheme}: pairs of more than --max-paths", [t["pairs"] for t in few] == [t["pairs"] for t in trees])
    text = je("check", str(scheme), "--paths", "--width", "80")
    check(f"{scheme}: a line is wider than 80", all(len(line) <= 80 for line in text.splitlines()))

    folder = WORK / scheme.parent.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scheme.yaml").write_bytes(scheme.read_bytes())
    examples = je("new", "test", "--paths", "--scheme", "scheme.yaml", folder=folder)
    (folder / "paths.yaml").write_text(examples, encoding="utf-8")
    result = json.loads(je("test", "paths.yaml", "--format", "json", folder=folder))
    pairs = sum(len(tree["pairs"]) for tree in trees)
    check(f"{scheme}: examples", (result["passed"], result["failed"]) == (2 * pairs, 0))
    je("check", "paths.yaml", folder=folder)


for scheme in sorted(HERE.glob("*/scheme.yaml")):
    if scheme.parent.name != "findings":
        check_scheme(scheme)
print(*faults, f"{len(faults)} faults", sep="\n")
sys.exit(1 if faults else 0)
