# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""shipped_trees_test.py JE ROOT: the questions of the shipped schemes can be read, and each path through them gives its level.

- `je check` finds nothing in the questions, and their sentences have fewer than 25 words.
- All paths of a tree are listed here, apart from the program, from the YAML alone; `je score` gives each the level that stands at its end,
  and each level of the factor stands at the end of some path.
- The questionnaires of examples/probation-answers give the levels, points, totals and bands of those of examples/probation, and each answer
  rests on evidence that stands there too.
"""
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

JE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
ENVIRONMENT = {**os.environ, "JE_SCHEME_PATH": str(ROOT / "schemes")}
# Schemes with questions, and how many factors of each have them.
TREES = {"nnc-probation": 13, "equal-value-demo": 12, "opm-gssg": 1}
LONGEST = 24  # words of a sentence
faults = []


class Loader(yaml.SafeLoader):
    """Takes yes and no as the words they are, and 1 as the text of a level."""


Loader.yaml_implicit_resolvers = {}


def expect(holds, text):
    if not holds:
        faults.append(text)


def run(*words):
    done = subprocess.run([JE, *words], capture_output=True, text=True, check=False, timeout=120, env=ENVIRONMENT)
    expect(done.returncode == 0, f"je {' '.join(map(str, words))} ends with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def page_of(job):
    done = subprocess.run([JE, "explain", job, "--scheme", "nnc-probation", "--format", "html"], capture_output=True, text=True, check=False, timeout=120, env=ENVIRONMENT)
    expect(done.returncode == 0, f"je explain {job} ends with {done.returncode}: {done.stderr}")
    return done.stdout


def texts_of(item, keys):
    """Each text under the keys, in each language that has it."""
    for key in keys:
        text = item.get(key)
        if isinstance(text, dict):
            yield from text.values()
        elif text is not None:
            yield text


def check_sentences(where, item):
    for text in texts_of(item, ("ask", "help", "text")):
        for sentence in re.split(r"(?<=[.!?:;])\s+", text):
            words = len(sentence.split())
            expect(words <= LONGEST, f"{where}: a sentence of {words} words: {sentence}")


def value_of(fact, question, name, option, so_far):
    """A value of the fact that belongs to the option, beside what the path has of it already."""
    if fact["kind"] == "yes-no":
        return name
    if fact["kind"] == "choice":
        choices = option.get("is", name)
        return choices if isinstance(choices, str) else choices[0]
    if fact["kind"] == "number":
        return option.get("from", fact.get("min", "0"))
    of = question.get("of", list(fact["choices"]))
    return so_far + of[: int(option.get("from", 0))]


def paths(factor, facts):
    """Each chain of options from the start to a level: the level, the answers and the facts."""
    questions = factor["questions"]
    waiting = [(factor.get("start", next(iter(questions))), {}, {})]
    while waiting:
        at, answers, given = waiting.pop()
        question = questions[at]
        for name, option in question["options"].items():
            mine, known = dict(answers), dict(given)
            if "fact" in question:
                fact = facts[question["fact"]]
                known[fact["id"]] = value_of(fact, question, name, option, given.get(fact["id"], []))
            else:
                mine[at] = name
            if "level" in option:
                yield option["level"], mine, known
            else:
                waiting.append((option["next"], mine, known))


def cell(value):
    return value if isinstance(value, str) else ";".join(value) or "-"


def check_paths(scheme, path, factor, facts, folder):
    listed = list(paths(factor, facts))
    columns = ["id", "title"]
    columns += [f"answer:{factor['id']}:{name}" for name, question in factor["questions"].items() if "fact" not in question]
    columns += [f"fact:{name}" for name in dict.fromkeys(q["fact"] for q in factor["questions"].values() if "fact" in q)]
    file = folder / f"{scheme['id']}-{factor['id']}.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.DictWriter(out, columns, restval="")
        rows.writeheader()
        for number, (_, answers, given) in enumerate(listed):
            rows.writerow({"id": f"path-{number}", "title": f"Path {number}", **{f"answer:{factor['id']}:{q}": a for q, a in answers.items()},
                           **{f"fact:{fact}": cell(value) for fact, value in given.items()}})
    where = f"{scheme['id']}, {factor['id']}"
    jobs = {job["id"]: job for job in run("score", file, "--scheme", path, "--format", "json")["jobs"]}
    expect(len(jobs) == len(listed), f"{where}: {len(listed)} paths, {len(jobs)} jobs")
    for number, (level, answers, given) in enumerate(listed):
        found = next(one for one in jobs[f"path-{number}"]["factors"] if one["id"] == factor["id"])
        expect((found["level"], found["source"]) == (level, "answers"), f"{where}: {answers} {given} give {found}, not level {level}")
    reached = {level for level, _, _ in listed}
    expect(reached == {level["id"] for level in factor["levels"]}, f"{where}: paths end at the levels {sorted(reached)} alone")
    expect(3 <= len(factor["questions"]) <= 9, f"{where}: {len(factor['questions'])} questions")
    return len(listed)


def check_scheme(path, folder):
    scheme = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506: a safe loader
    facts = {fact["id"]: fact for fact in scheme.get("facts", [])}
    asked = set()
    counts = {}
    for factor in scheme["factors"]:
        if "questions" not in factor:
            continue
        for name, question in factor["questions"].items():
            asked.add(question.get("fact"))
            check_sentences(f"{path.name}, {factor['id']}, {name}", question)
            for option, of in question["options"].items():
                check_sentences(f"{path.name}, {factor['id']}, {name}, {option}", of)
        counts[factor["id"]] = check_paths(scheme, path, factor, facts, folder)
    for fact in asked - {None}:
        check_sentences(f"{path.name}, fact {fact}", facts[fact])
        for code, text in facts[fact]["choices"].items() if isinstance(facts[fact].get("choices"), dict) else ():
            check_sentences(f"{path.name}, fact {fact}, {code}", {"text": text})
    expect(len(counts) == TREES.get(path.stem, 0), f"{path.name}: {len(counts)} factors have questions, not {TREES.get(path.stem, 0)}: say so in TREES of this test")
    if counts:
        oddities = [one for one in run("check", path, "--format", "json")["messages"] if one["id"].startswith("JE-T")]
        expect(not oddities, f"{path.name}: {oddities}")
        print(f"{path.stem}: " + ", ".join(f"{factor} {count}" for factor, count in counts.items()) + f"; {sum(counts.values())} paths")


def said(evidence):
    return evidence["document"], evidence["section"], evidence["quote"], evidence.get("disputed")


def check_evidence(job, answered, stated):
    """Each answer and fact rests on evidence, all of which stands in the questionnaire of levels."""
    known = {said(one) for factor in stated["factors"].values() for one in factor["evidence"]}
    entries = {f"fact {name}": entry for name, entry in answered["facts"].items()}
    for name, factor in answered["factors"].items():
        expect("level" not in factor, f"{job}, {name}: a level is stated")
        entries |= {f"{name}, {question}": entry for question, entry in factor["answers"].items()}
    for name, entry in entries.items():
        expect(entry.get("evidence"), f"{job}: {name} has no evidence")
        for one in entry.get("evidence", []):
            expect(said(one) in known, f"{job}: {name}: not in the questionnaire of levels: {one}")
    used = {said(one) for entry in entries.values() for one in entry.get("evidence", [])}
    expect(known == used, f"{job}: evidence left out: {known - used}")


def check_answered_jobs():
    files = {name: sorted((ROOT / "examples" / name).glob("*.yaml")) for name in ("probation-answers", "probation")}
    names = [path.name for path in files["probation-answers"]]
    expect(names == ["po.yaml", "pso.yaml", "vlo.yaml"], f"examples/probation-answers has {names}")
    stated = [path for path in files["probation"] if path.name in names]
    results = [run("score", *some, "--scheme", "nnc-probation", "--format", "json") for some in (files["probation-answers"], stated)]
    for left, right in zip(*(result["jobs"] for result in results)):
        for key in ("id", "complete", "total", "band", "above_floor", "to_next"):
            expect(left[key] == right[key], f"{left['id']}: {key} is {left[key]} by answers and {right[key]} by levels")
        levels = [[(one["id"], one["level"], one["points"]) for one in job["factors"]] for job in (left, right)]
        expect(levels[0] == levels[1], f"{left['id']}: by answers {levels[0]}, by levels {levels[1]}")
        expect({one["source"] for one in left["factors"]} == {"answers"}, f"{left['id']}: some level is not by answers")
    for answered, by_levels in zip(files["probation-answers"], stated):
        check_evidence(answered.stem, *(yaml.load(path.read_text(encoding="utf-8"), Loader=Loader) for path in (answered, by_levels)))  # noqa: S506
        pages = [page_of(path) for path in (answered, by_levels)]
        chosen = [re.findall(r"<option selected>([^<]*)", page) for page in pages]
        expect(len(chosen[0]) == 13 and chosen[0] == chosen[1], f"{answered.stem}: the what-if of the page begins at {chosen[0]} by answers, at {chosen[1]} by levels")
    found = run("check", *files["probation-answers"], "--format", "json")["messages"]
    expect(not found, f"examples/probation-answers: {found}")


with tempfile.TemporaryDirectory() as made:
    for shipped in sorted((ROOT / "schemes").glob("*.yaml")):
        check_scheme(shipped, pathlib.Path(made))
check_answered_jobs()
print("\n".join(faults))
sys.exit(1 if faults else 0)
