# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Pages of every kind of result, looked at in a browser: look_at_pages.mjs says for what.

    pages_test.py JE PROJECT WORK

The pages are of the shipped examples and schemes, of other weightings and a local agreement, of made-up schemes of 3 to 30 factors and 2 to
25 bands with names of 3 to 120 letters, of a job with an id of 5,000 letters, and of a job whose every text is markup, quotes, marks of direction, emoji and a formula. What the browser needs is put
beside WORK by npm, once for all tests.
"""
import csv
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

import npm_packages

JE, PROJECT, WORK = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
HERE = pathlib.Path(__file__).parent
COMMANDS = {
    "examples/probation": ["explain vlo.yaml", "explain . --job vlo --audience public", "score .", "compare vlo.yaml po.yaml pso.yaml", "panel history --each", "report vlo.yaml po.yaml pso.yaml history/panel-2016-08.yaml history/appeal-2023.yaml", "report vlo.yaml history --job vlo --audience appellant", "appeal history/appeal-2023.yaml --records .",
                           "sensitivity vlo.yaml po.yaml --weights --levels --floors --factors --joint --scenarios 2000", "verify vlo.json"],
    "examples/nhs-digital": ["report --scheme nhs-afc jobs.csv", "report --scheme nhs-afc few.csv", "score --scheme nhs-afc jobs.csv", "compare --scheme nhs-afc jobs.csv --job accessibility-specialist-junior-accessibility-specialist " + " ".join(f"--job {id}" for id in ("clinical-coder-trainee-clinical-coder", "clinical-coder-clinical-coder", "data-protection-officer-data-protection-officer", "delivery-manager-delivery-manager"))],
    "schemes": ["check --show opm-fes-matrix.yaml"],
    "tests/worked": ["test ."],
    "tests/trees": ["check probation/scheme.yaml facts/scheme.yaml shared/scheme.yaml --paths"],
    "examples/know-how-demo": ["compare clerk.yaml adviser.yaml director.yaml", "explain depth-open.yaml"],
    "tests/golden/sensitivity/weightings-text": ["sensitivity planner.yaml carer.yaml porter.yaml --scheme ./scheme.yaml --weightings weightings.yaml"],
    "tests/cases/62-local-agreements/shared": ["check --show council.yaml"],
}
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> \"'`&amp;</style>]]>-->{{7*7}} =cmd|' /C calc'!A0 \u05d0\u05d1\u05d2 abc \U0001F469\u200D\U0001F4BB " + "x" * 300


def je(folder, words, **more):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "JE_SCHEME_PATH": str(PROJECT / "schemes")}
    done = subprocess.run([JE, *words], cwd=folder, env=environment, capture_output=True, text=True, **more)
    if done.returncode > 1 or not done.stdout:
        sys.exit(f"je {' '.join(words)}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def name_of(chance, number):
    length = chance.choice([3, 12, 40, 120])
    return (f"N{number} " + " ".join(chance.choice(["Care", "Knowledge", "Verantwortlichkeit", "of", "\u00e9tudes"]) for _ in range(40)))[:length].strip()


def made_up(folder, factors, bands, seed):
    """A scheme of that size and three jobs, the last without some levels."""
    chance = random.Random(seed)
    quoted = lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    levels = lambda: ", ".join(f'{{id: "{n}", points: {n * 7 - 3}}}' for n in range(1, chance.randint(3, 9)))
    lines = ["format: je-scheme/1", "id: made-up", "title: " + quoted(HOSTILE if factors == 3 else "Made up for a test"), "edition: e1", "status: illustrative", "factors:"]
    counts = []
    for number in range(factors):
        these = levels()
        counts.append(these.count("{"))
        lines.append(f"  - {{id: f{number}, name: {quoted(name_of(chance, number) + (HOSTILE if factors == 3 else ''))}, levels: [{these}]}}")
    largest = sum(7 * count - 3 for count in counts)
    floors = sorted(chance.sample(range(4 * factors + 1, largest), min(bands - 1, largest - 4 * factors - 2)))
    lines += ["bands:", "  - open_ended: true", "    table:"] + [f"      - {{id: B{number}, floor: {floor}}}" for number, floor in enumerate([0, *floors])]
    (folder / "made-up.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for job in ("a", "b", "c"):
        title = HOSTILE if factors == 3 else f"Job {job} " * 8
        answers = [f'  f{n}: {{level: "{chance.randint(1, counts[n])}", note: {quoted(title)}}}' for n in range(factors) if job != "c" or n % 4]
        (folder / f"{job}.yaml").write_text("\n".join(["format: je-job/1", f"id: {job}", "title: " + quoted(title.strip()), "scheme: made-up", "factors:", *answers]) + "\n", encoding="utf-8")


def made_up_tree(folder, questions, seed):
    """A factor with so many questions, whose answers lead on, past others, and to levels."""
    chance = random.Random(seed)
    words = "how much of the work is spent with people who need help that others cannot give them and that has to be planned for a long time ahead".split()
    some = lambda least, most: " ".join(words[:chance.randint(least, most)])
    lines = ["format: je-scheme/1", "id: many", "title: Many questions", "edition: e1", "status: illustrative", "factors:", "  - id: big", "    name: A factor with many questions", "    levels:"]
    lines += [f'      - {{id: "{level}", points: {10 * level}}}' for level in range(1, 9)] + ["    questions:"]
    for number in range(questions):
        lines += [f"      q{number}:", f"        ask: {some(6, 24)}?", "        options:"]
        for place in range(chance.choice([2, 2, 3, 4])):
            to = number + 1 if place == 0 else number + chance.choice([1, 2, 3, 5, 8, 15])
            leads_on = to < questions and (place == 0 or chance.random() < 0.4)
            lines.append(f"          {'abcd'[place]}: {{text: {some(1, 12)}, " + (f"next: q{to}}}" if leads_on else f"level: {1 + (number + place) % 8}}}"))
    lines += ["bands:", "  - open_ended: true", "    table:", "      - {id: A, floor: 0}"]
    (folder / "many.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_pages(pages):
    with open(PROJECT / "examples/nhs-digital/jobs.csv", encoding="utf-8") as jobs:
        lines = list(jobs)
    (pages / "few.csv").write_text("".join([*lines[:4], *(line for line in lines[4:] if line.startswith("clinical-coder-"))]), encoding="utf-8")
    made_up_tree(pages, 60, 5)
    (pages / "tree-of-60.html").write_text(je(pages, ["check", "--paths", "--max-paths", "500", "many.yaml", "--format", "html"]), encoding="utf-8")
    (pages / "tree-of-60.svg").write_text(je(pages, ["check", "--paths", "many.yaml", "--format", "svg"]), encoding="utf-8")
    for folder, commands in COMMANDS.items():
        for number, words in enumerate(commands):
            if words.startswith("verify"):
                (pages / "vlo.json").write_text(je(PROJECT / folder, ["explain", "vlo.yaml", "--format", "json"]), encoding="utf-8")
                words = words.replace("vlo.json", str(pages / "vlo.json"))
            words = words.replace("few.csv", str(pages / "few.csv"))
            page = pages / f"{folder.replace('/', '-')}-{number}.html"
            page.write_text(je(PROJECT / folder, [*words.split(), "--format", "html"]), encoding="utf-8")
    for factors, bands in ((3, 2), (11, 25), (30, 9)):
        folder = pages / f"of-{factors}"
        folder.mkdir()
        made_up(folder, factors, bands, seed=factors)
        for words in ("report a.yaml b.yaml c.yaml", "compare a.yaml b.yaml c.yaml", "explain c.yaml", "score a.yaml b.yaml c.yaml"):
            page = pages / f"of-{factors}-{words.split()[0]}.html"
            page.write_text(je(folder, [*words.split(), "--scheme", "made-up.yaml", "--format", "html"]), encoding="utf-8")
    folder = pages / "long"
    folder.mkdir()
    made_up(folder, 4, 3, seed=4)
    (folder / "jobs.csv").write_text("id,title,f0,f1,f2,f3\n" + "a" * 5000 + ",Long,1,1,1,1\nb,Short,2,1,1,1\n", encoding="utf-8")
    for words in ("report", "compare", "score", "sensitivity"):
        page = pages / f"long-{words}.html"
        page.write_text(je(folder, [words, "jobs.csv", "--scheme", "made-up.yaml", "--format", "html"]), encoding="utf-8")
    return sorted(pages.glob("*.html"))


def make_boxes(pages):
    """Drawings of many sizes, as pages and alone: their boxes are measured."""
    made = []

    def make(folder, words, kind, *more):
        made.append(folder / f"{len(made)}.{kind}")
        made[-1].write_text(je(folder, [*words.split(), "--format", kind, *more]), encoding="utf-8")

    for factors, bands in ((4, 25), (17, 14), (30, 25)):
        folder = pages / f"boxes-{factors}"
        folder.mkdir()
        made_up(folder, factors, bands, seed=100 + factors)
        for words in ("explain a.yaml --scheme made-up.yaml --max-factors 1", "explain c.yaml --scheme made-up.yaml", "compare a.yaml b.yaml c.yaml --scheme made-up.yaml", "sensitivity a.yaml b.yaml --scheme made-up.yaml"):
            make(folder, words, "html")
        for id in ("ladder", "profile"):
            make(folder, "explain c.yaml --scheme made-up.yaml", "svg", "--figure", id)
        for id in ("job-a-weights", "job-a-shares"):
            make(folder, "sensitivity a.yaml b.yaml --scheme made-up.yaml", "svg", "--figure", id)
        make(folder, "compare a.yaml b.yaml c.yaml --scheme made-up.yaml", "svg", "--figure", "profile")
        chance = random.Random(factors)
        for jobs in (1, 40, 5000):
            rows = [f"j{job},{'care' if jobs == 40 and job % 3 else ''}," + ",".join(str(chance.randint(1, 2)) for _ in range(factors)) for job in range(jobs)]
            (folder / "jobs.csv").write_text("\n".join(["id,family," + ",".join(f"f{n}" for n in range(factors)), *rows]) + "\n", encoding="utf-8")
            for id in ("totals", "spread")[: 2 if jobs >= 30 else 1]:
                make(folder, "score jobs.csv --scheme made-up.yaml", "svg", "--figure", id)
            if jobs < 5000 or factors == 17:
                make(folder, "score jobs.csv --scheme made-up.yaml", "html")
    folder = PROJECT / "examples/probation"
    for words, id in (("panel history --each", "panel-vlo-2023-levels"), ("appeal history/appeal-2023.yaml --records .", "slope"), ("appeal history/appeal-2023.yaml --records .", "events-line")):
        made.append(pages / f"{id}.svg")
        made[-1].write_text(je(folder, [*words.split(), "--format", "svg", "--figure", id]), encoding="utf-8")
    for file in made:
        if file.suffix == ".svg":
            xml.etree.ElementTree.parse(file)  # whatever takes it reads XML
    return made


def what_if_by_keyboard(chromium):
    """What a page shows after each key is what je gives for the same levels and facts."""
    tried = {"vlo": (PROJECT / "examples/probation", "nnc-probation", ["explain", "vlo.yaml"]), "supervisor": (PROJECT / "tests/worked", "opm-gssg", None)}
    folder, pages = WORK / "what-if", {}
    folder.mkdir(exist_ok=True)
    (folder / "supervisor.csv").write_text("id,title,program-scope,authority,other-conditions,fact:base-grade\nsupervisor,A supervisor,1-2,3-2,6-2,GS-9\n", encoding="utf-8")
    for name, (place, scheme, words) in tried.items():
        pages[name] = folder / f"{name}.html"
        words = words or ["explain", str(folder / "supervisor.csv"), "--scheme", scheme]
        pages[name].write_text(je(place, [*words, "--format", "html"]), encoding="utf-8")
    done = subprocess.run(["node", "what_if_by_keyboard.mjs", chromium, *map(str, pages.values())], cwd=WORK, check=True, stdout=subprocess.PIPE, text=True)
    for (name, (place, scheme, _)), states in zip(tried.items(), json.loads(done.stdout)):
        tables = json.loads(re.search(r'<script type="application/json">(.*?)</script>', pages[name].read_text(encoding="utf-8"), re.DOTALL)[1])
        with open(folder / "states.csv", "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(["id", *(factor["id"] for factor in tables["factors"]), *("fact:" + fact["id"] for fact in tables["facts"])])
            out.writerows([f"s{i}", *state["levels"], *state["facts"]] for i, state in enumerate(states))
        result = json.loads(je(place, ["score", str(folder / "states.csv"), "--scheme", scheme, "--format", "json"]), parse_int=str)
        jobs = {job["id"]: job for job in result["jobs"]}
        errors = {error["job"]: error["message"] for error in result["errors"]}
        for i, state in enumerate(states):
            shown, job = {key: cells[1] for key, cells in state["cells"].items()}, jobs.get(f"s{i}")
            if job is None:
                agrees = errors[f"s{i}"] in state["told"] and shown["total"] == "none"
            elif job["complete"]:
                agrees = shown["total"] == job["total"] and shown["band"] == (job["band"] or "no band") and shown["above"] == (job["above_floor"] or "none") and shown["next"] == (job["to_next"] or "none")
            else:
                agrees = shown["total"] in (job["total_min"], f"{job['total_min']} to {job['total_max']}") and (job["band_min"] or "no band") in shown["band"] and (job["band_max"] or "no band") in shown["band"]
            if not agrees:
                sys.exit(f"{name}, after {i} keys: {state}\n{job or errors}")
        if len({json.dumps(state["cells"]) for state in states}) < 5:
            sys.exit(f"{name}: keys change nothing: {states}")


def main():
    chromium = shutil.which("chromium") or sys.exit("chromium is not installed: scripts/packages.sh test")
    pages = WORK / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    pages.mkdir(parents=True)
    npm_packages.install(WORK.parent)
    for name in ("look_at_pages.mjs", "what_if_by_keyboard.mjs"):
        shutil.copy(HERE / name, WORK / name)
    made = make_pages(pages)
    # axe walks through each element, and of these pages the parts come again and again: they stand on smaller pages too.
    large = [page for page in made if page.stat().st_size > 400_000]
    for page in made:
        text = page.read_text(encoding="utf-8")
        own = text.count('<script type="application/json">{"words":') + text.count('<script>"use strict";let say=')
        if own not in (0, 2) or text.lower().count("<script") != own:
            sys.exit(f"{page}: a text of the data is markup")
    alike = [page for page in made if page.name.startswith(("of-11-", "of-30-", "long-"))]  # larger or longer than those of 3 factors, and of the same parts
    groups = {"--both": [page for page in made if page not in large + alike], "--light": alike, "--boxes": [*large, *make_boxes(pages)]}
    if not all(groups.values()) or set(large) & set(alike):
        sys.exit(f"not the pages that are to be looked at: {groups}")
    subprocess.run(["node", "look_at_pages.mjs", chromium, *(word for group, paths in groups.items() for word in (group, *map(str, paths)))], cwd=WORK, check=True)
    what_if_by_keyboard(chromium)


if __name__ == "__main__":
    main()
