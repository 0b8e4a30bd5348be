# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""The what-if of pages gives what je gives: total, bands, margins, rules, totals in no band, errors and warnings, word for word.

    what_if_test.py JE PROJECT WORK

For each shipped scheme 500 random choices of levels and facts, some not known, are scored by `je score` in one run, and by the
script of a page. So are choices under made-up schemes that have derived levels, modifiers, matrices, constraints, band rules,
facts of every kind, holes between bands and ids of odd characters.
"""
import csv
import decimal
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

JE, PROJECT, WORK = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
HERE = pathlib.Path(__file__).parent
SHIPPED, MADE_UP = 500, 150
seen = []
# What must have come up among them, so that the test is about it.
MUST_COME_UP = ["allows no points for", "marks this pair as unlikely", "no level for", "is stated as level", "(stated as", "without a level", ", given ", "below the floor",
                "not given", "' or '", "gives level '", "lies between band", "the band table leaves", "above the largest total", "between, such as", "can be in no band", "between may be", "\"complete\": false", "\"band_rule\": \"r"]


def je(*words):
    done = subprocess.run([JE, *words], cwd=WORK, env={**os.environ, "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, check=False)
    if done.returncode > 1 or not done.stdout:
        sys.exit(f"je {' '.join(map(str, words))}: status {done.returncode}\n{done.stderr}")
    return done


def scripts(asked):
    """What the script of each page finds for its choices, all by one run of node."""
    request = json.dumps([{"page": str(page), "choices": choices} for page, choices in asked])
    done = subprocess.run(["node", HERE / "what_if.mjs"], input=request, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def tables_of(page):
    return json.loads(re.search(r'<script type="application/json">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)[1])


def page_of(scheme):
    """The page of a job of which nothing is known."""
    (WORK / "nothing.csv").write_text("id,title\nnothing,Nothing is known\n", encoding="utf-8")
    page = WORK / f"{scheme.stem}.html"
    page.write_text(je("explain", "nothing.csv", "--scheme", scheme, "--format", "html").stdout, encoding="utf-8")
    return page


def random_fact(chance, fact):
    if "choices" in fact:
        return chance.choice(fact["choices"])
    if "options" in fact:
        return ";".join(one for one in fact["options"] if chance.random() < 0.5) or "-"
    numbers = ["0", "1", "2", "3", "5", "6", "7.5", "12", "24.9999", "25", "-3", "999999.9999", "1000000", "123456789012345678.25"]
    return chance.choice([number for number in numbers if decimal.Decimal(fact["min"]) <= decimal.Decimal(number) <= decimal.Decimal(fact["max"] or "1e19")
                          and not (fact["whole"] and "." in number)])


def random_choice(chance, tables, known):
    levels = [chance.randrange(len(factor["levels"])) if chance.random() < known else None for factor in tables["factors"]]
    for rule in tables["derived"]:  # a level that a fact sets is mostly left to it
        if chance.random() < 0.8:
            levels[rule["factor"]] = None
    return [levels, [random_fact(chance, fact) if chance.random() < known else None for fact in tables["facts"]]]


def in_csv(path, tables, choices):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", *(factor["id"] for factor in tables["factors"]), *("fact:" + fact["id"] for fact in tables["facts"])])
        for number, (levels, facts) in enumerate(choices):
            out.writerow([f"j{number}", *("" if place is None else factor["levels"][place] for place, factor in zip(levels, tables["factors"])), *(text or "" for text in facts)])


def by_je(scheme, sheet, count):
    done = je("score", sheet, "--scheme", scheme, "--format", "json")
    result = json.loads(done.stdout, parse_int=str, parse_float=str)
    found = [{"errors": [], "warnings": []} for _ in range(count)]
    for error in result["errors"]:
        found[int(error["job"][1:])]["errors"].append(error["message"])
    for line, message in re.findall(r"^[^\n]*\.csv:(\d+):\d+: warning: (.*) \[JE-J5[45](?: [a-z-]+)?\]$", done.stderr, re.MULTILINE):
        if int(line) > 1:
            found[int(line) - 2]["warnings"].append(message)
    if "more not shown" in done.stderr or result.get("errors_not_listed"):
        sys.exit(f"{scheme}: more is wrong than je says: fewer choices are needed")
    for job in result["jobs"]:
        entry = found[int(job["id"][1:])]
        for end in ("min", "max"):
            entry[f"total_{end}"] = job["total"] if job["complete"] else job[f"total_{end}"]
            entry[f"band_{end}"] = job["band"] if job["complete"] else job[f"band_{end}"]
        for key in ("complete", "above_floor", "to_next", "band_rule", "band_by_points"):
            entry[key] = job.get(key)
        entry["no_band"] = job.get("no_band_reason") or job.get("no_band") or job.get("no_band_between")
    return found


def choices_of(scheme, count, known):
    """The scheme, its page, choices under it, and what je says of each."""
    chance = random.Random(scheme.stem)
    page = page_of(scheme)
    tables = tables_of(page)
    choices = [random_choice(chance, tables, known if number % 3 else 1) for number in range(count)]
    in_csv(WORK / "choices.csv", tables, choices)
    return scheme, page, choices, by_je(scheme, "choices.csv", count)


def compare(tried):
    """How many choices are the same."""
    found = scripts([(page, choices) for _, page, choices, _ in tried])
    for (scheme, _, choices, expected), results in zip(tried, found, strict=True):
        for choice, page_says, je_says in zip(choices, results, expected, strict=True):
            if page_says != je_says:
                sys.exit(f"{scheme.name}, choice {choice}:\n  the page: {page_says}\n  je score: {je_says}")
            seen.append(json.dumps(je_says, ensure_ascii=False))
    return len(seen)


def odd(chance, name):
    return name + chance.choice(["", "", "-1", " b", "&2+3", "(1)", "/x", "\u00e9", "'", ".5"])


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def made_up(chance, path):
    """A scheme that has one of everything, of odd numbers and names."""
    factors, lines = [], []
    for number in range(chance.randint(4, 6)):
        factors.append((odd(chance, f"f{number}"), [odd(chance, f"{number}{'abcde'[n]}") for n in range(chance.randint(2, 5))]))
    matrix = [0, 1]
    # Now and then the last factor is a percentage of the matrix, and the one before it of that.
    dependents = {}
    if chance.random() < 0.5:
        dependents[len(factors) - 1] = "percent_of: pair, rounding: {to: steps, mode: %s}, " % chance.choice(["half-up", "half-down", "up", "down"])
        if len(factors) > 5:
            dependents[len(factors) - 2] = f"percent_of: {quoted(factors[-1][0])}, rounding: {{to: 0.5, mode: half-even}}, "
    for number, (name, levels) in enumerate(factors):
        points, entries = chance.randint(0, 9), []
        for level in levels:
            points += chance.choice([1, 2.5, 4, 10, 0.0001])
            key = "percent" if number in dependents else "points"
            entries.append(f"{{id: {quoted(level)}" + ("}" if number in matrix else f", {key}: {points:.4f}}}"))
        lines.append(f"  - {{id: {quoted(name)}, name: Factor {number}, {dependents.get(number, '')}levels: [{', '.join(entries)}]}}")
    rows, columns = (factors[i][1] for i in matrix)
    cells, last = [], {}
    for r, row in enumerate(rows):
        entries = []
        for c, column in enumerate(columns):
            points = max(last.get((r - 1, c), 0), last.get((r, c - 1), 0)) + chance.choice([1, 3, 5.5])
            last[r, c] = points
            is_needed = r == min(c, len(rows) - 1) or c == min(r, len(columns) - 1)  # so that each level has a cell
            cell = chance.choice(["{points: %s, unlikely: true}" % points, points if is_needed else "null", points, points, points])
            entries.append(f"{quoted(column)}: {cell}")
        cells.append(f"{quoted(row)}: {{{', '.join(entries)}}}")
    level = lambda i: quoted(chance.choice(factors[i][1]))
    choices = [odd(chance, word) for word in ("low", "middle", "high")]
    derived = {choice: level(2) for choice in chance.sample(choices, chance.randint(2, 3))}
    duties, cut = [odd(chance, word) for word in ("keys", "alarms", "cash")], chance.randint(1, 7)
    below, above, rich, poor = f"people: {{below: {cut}}}", f"people: {{from: {cut}}}", "money: {from: 1000000}", "money: {below: 1000000}"
    both = chance.choice([[f"{below}, {poor}", f"{below}, {rich}", above], [f"{below}", f"{above}, {poor}", f"{above}, {rich}"], [poor, f"{below}, {rich}", f"{above}, {rich}"]])
    of = chance.choice(["", f"of: [{quoted(duties[0])}, {quoted(duties[2])}], "])
    ranges = [f"  - {{id: by-both, factor: {quoted(factors[0][0])}, facts: [people, money], ranges: [{', '.join(f'{{{row}, level: {level(0)}}}' for row in both)}]}}",
              f"  - {{id: by-duties, factor: {quoted(factors[3][0])}, fact: duties, ranges: [{{{of}below: 1, level: {level(3)}}}, {{{of}from: 1, level: {level(3)}}}]}}"]
    def condition():
        kind = chance.randrange(5)
        if kind == 0:
            return f"{{fact: grade, {chance.choice(['is', 'is_not'])}: {quoted(chance.choice(choices))}}}"
        if kind == 1:
            return f"{{fact: count, {chance.choice(['is', 'at_least', 'at_most'])}: {chance.choice([1, 7.5, 25])}}}"
        if kind == 2:
            return f"{{fact: deputy, is: {chance.choice(['yes', 'no'])}}}"
        i = chance.randrange(len(factors))
        if kind == 3:
            return f"{{factor: {quoted(factors[i][0])}, one_of: [{level(i)}]}}"
        return f"{{factor: {quoted(factors[i][0])}, {chance.choice(['is', 'is_not', 'at_least', 'at_most'])}: {level(i)}}}"

    conditions = lambda least, most: "[" + ", ".join(condition() for _ in range(chance.randint(least, most))) + "]"
    bands, floor = [], chance.randint(1, 40)
    for number in range(chance.randint(3, 6)):
        size = chance.choice([5, 8, 13])
        bands.append([odd(chance, f"B{number}"), floor, floor + size - chance.choice([0.0001, 2, 4])])
        floor += size
    holes = [f"{{from: {bands[i][2] + 0.0001:.4f}, to: {bands[i + 1][1] - 0.0001:.4f}, reason: 'not used, said in {number}'}}"
             for number, i in enumerate(range(len(bands) - 1)) if bands[i + 1][1] - bands[i][2] > 1 and chance.random() < 0.7]
    text = ["format: je-scheme/1", f"id: {path.stem}", "title: Made up", "edition: e1", "status: illustrative",
            "series: [{id: steps, values: [0, 0.5, 1, 1.25, 2, 3, 4.5, 6, 8, 11, 15, 20, 30, 50]}]", "factors:", *lines, "matrices:",
            f"  - {{id: pair, name: Pair, rows: {quoted(factors[0][0])}, columns: {quoted(factors[1][0])}, cells: {{{', '.join(cells)}}}}}", "facts:",
            f"  - {{id: grade, name: Grade, kind: choice, choices: [{', '.join(map(quoted, choices))}]}}", "  - {id: count, name: Count, kind: number, min: -5}", "  - {id: deputy, name: Deputy, kind: yes-no}",
            "  - {id: people, name: People, kind: number, whole: true, max: 12, unit: people}", "  - {id: money, name: Money, kind: number}",
            f"  - {{id: duties, name: Duties, kind: several, choices: [{', '.join(map(quoted, duties))}]}}", "derived:", *ranges,
            f"  - {{id: by-grade, factor: {quoted(factors[2][0])}, fact: grade, summary: s, table: {{{', '.join(f'{quoted(choice)}: {to}' for choice, to in derived.items())}}}}}", "modifiers:"]
    is_free = chance.random() < 0.3  # no rule between factors forbids anything
    text[-1] += " []" if is_free else ""
    for number, i in enumerate([] if is_free else [3, 3, 2]):
        text.append(f"  - {{id: m{number}, factor: {quoted(factors[i][0])}, fact: count, at_least: {chance.choice([1, 3, 7.5])}, raise: {chance.randint(1, 2)}, "
                    f"from_levels: [{', '.join(map(quoted, factors[i][1][:-1]))}], ceiling: {quoted(factors[i][1][-1])}, summary: s}}")
    text.append("constraints:")
    for number in range(3):
        text.append(f"  - {{id: c{number}, severity: {chance.choice(['error' if not is_free else 'warning', 'warning', 'warning'])}, when: {conditions(0, 2)}, require: {conditions(1, 2)}, message: Message {number}}}")
    text.append("band_rules:")
    for number in range(2):
        text.append(f"  - {{id: r{number}, fact: grade, lowest_band: {{{quoted(chance.choice(choices))}: {quoted(bands[-1 - number][0])}}}, when: {conditions(0, 2)}, unless: {conditions(0, 1)}, summary: s}}")
    text += ["bands:", "  - open_ended: " + chance.choice(["true", "false"]), f"    unbanded: [{', '.join(holes)}]", "    table:"]
    is_open = text[-3].endswith("true")
    for number, (name, begin, end) in enumerate(bands):
        has_max = number + 1 < len(bands) or not is_open
        text.append(f"      - {{id: {quoted(name)}, floor: {begin}" + (f", max: {end:.4f}}}" if has_max else "}"))
    path.write_text("\n".join(text) + "\n", encoding="utf-8")


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    tried = [choices_of(scheme, SHIPPED, 0.8) for scheme in sorted((PROJECT / "schemes").glob("*.yaml"))
             if "\nmethod: classification" not in scheme.read_text(encoding="utf-8")]  # without points there is no what-if
    for seed in range(24):
        scheme = WORK / f"made-up-{seed}.yaml"
        made_up(random.Random(seed), scheme)
        tried.append(choices_of(scheme, MADE_UP, 0.9))
    compared = compare(tried)
    for words in MUST_COME_UP:
        if not any(words in one for one in seen):
            sys.exit(f"no choice came to: {words}")
    print(f"{compared} choices, each the same")


if __name__ == "__main__":
    main()
