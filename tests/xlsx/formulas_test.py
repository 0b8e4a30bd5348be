# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Formulas of workbooks, computed anew by gnumeric.

    formulas_test.py JE PROJECT [CHOICES [SEED]]

Of the workbooks of all commands each formula gives the value beside it. On the sheet to try other levels on, random levels and facts
of each shipped scheme, some of them not known, give the total, band and margins of `je score`, or are refused where it refuses them.
"""
import concurrent.futures
import csv
import io
import os
import pathlib
import random
import subprocess
import sys
import tempfile

from workbook import Workbook, differences

JE, PROJECT = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
CHOICES = int(sys.argv[3]) if len(sys.argv) > 3 else 8  # of each scheme
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 1
EXAMPLE = PROJECT / "examples/probation"
COMMANDS = ["explain vlo.yaml", "explain case-administrator.yaml", "score vlo.yaml po.yaml pso.yaml case-administrator.yaml", "compare vlo.yaml po.yaml pso.yaml",
            "panel history --each", "appeal history --records .", "sensitivity vlo.yaml po.yaml --levels --floors", "check --show ../../schemes"]


def je(*words):
    environment = {**os.environ, "JE_SCHEME_PATH": str(PROJECT / "schemes")}
    return subprocess.run([JE, *map(str, words)], cwd=EXAMPLE, env=environment, capture_output=True)


def workbook(folder, name, *words):
    path = folder / f"{name}.xlsx"
    done = je(*words, "--quiet", "--output", path)
    if not path.exists():
        sys.exit(f"je {words}: {done.stderr.decode()}")
    return Workbook(path)


def rows_below(cells, title, columns):
    """Row and words of each row of the table under a heading."""
    row = next(row for (row, column), cell in sorted(cells.items()) if column == 0 and cell.value == title) + 2
    while (row, 0) in cells:
        yield row, [cells[row, column].value if (row, column) in cells else "" for column in range(columns)]
        row += 1


class Choices:
    """The levels and facts that a sheet lets choose from."""

    def __init__(self, book):
        self.sheet = next(name for name in book.sheets if name.startswith("What-if") and not name.endswith("tables"))
        self.cells, tables = book.sheets[self.sheet], book.sheets[next(name for name in book.sheets if name.endswith("tables"))]
        self.levels, self.facts = {}, {}
        for _, (factor, level) in rows_below(tables, "Levels of the scheme", 2):
            self.levels.setdefault(factor, []).append(level)
        self.factor_rows = [row for row, _ in rows_below(self.cells, "Levels", 1)][:len(self.levels)]
        headings = {cell.value for cell in self.cells.values()}
        if "Facts" in headings:
            self.fact_rows = {words[0]: row for row, words in rows_below(self.cells, "Facts", 1)}
            self.facts = {fact: [] for fact in self.fact_rows}
            for _, (fact, choice) in rows_below(tables, "Choices of facts", 2) if "Choices of facts" in {c.value for c in tables.values()} else []:
                self.facts[fact].append(choice)

    def random(self, chance):
        """What a file of jobs says, and the cells that say the same."""
        said, cells = {}, {}
        unknown = chance.choice([0, 0, 0.15])
        for row, (factor, levels) in zip(self.factor_rows, self.levels.items()):
            level = "not known" if chance.random() < unknown else chance.choice([one for one in levels if one != "not known"])
            said[factor], cells[f"B{row + 1}"] = "" if level == "not known" else level, level
        for fact, choices in self.facts.items():
            value = chance.choice(choices) if choices else chance.choice(["not stated", chance.randrange(12), chance.randrange(100), 1000000])
            said[f"fact:{fact}"], cells[f"B{self.fact_rows[fact] + 1}"] = "" if value == "not stated" else str(value), value
        return said, cells

    def results(self, rows):
        """What stands under "What if": label and words."""
        start = next(row for (row, column), cell in sorted(self.cells.items()) if column == 0 and cell.value == "Results") + 2
        found = {}
        for row in range(start, start + 6):
            if row < len(rows[self.sheet]) and rows[self.sheet][row][0]:
                found[rows[self.sheet][row][0]] = rows[self.sheet][row][1]
        return found


def scored(folder, scheme, jobs):
    """What je says of jobs; what it refuses is not there."""
    path = folder / f"{pathlib.Path(scheme).stem}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["id", *jobs[0]])
        writer.writeheader()
        writer.writerows({"id": f"j{number}", **job} for number, job in enumerate(jobs))
    table = je("score", "--scheme", scheme, path, "--format", "csv").stdout.decode()
    return path, {row["id"]: row for row in csv.DictReader(io.StringIO(table))}


def expected(row):
    """The results that a sheet shows for a row of `je score`; nothing for one that it refuses."""
    if row is None:
        return {"Total": "not allowed"}
    span = lambda low, high: low if low == high else f"{low} to {high}"
    open_ = row["complete"] == "false"
    results = {"Total": span(row["total_min"], row["total_max"]) if open_ else row["total"]}
    if row["bands_in_use"]:
        results["Band"] = span(row["band_min"] or "none", row["band_max"] or "none") if open_ else row["band"] or "none"
        results["Points above the floor of the band by points"] = "not known" if open_ else row["above_floor"] or "in no band"
        results["Points to the next floor"] = "not known" if open_ else row["to_next"] or "no higher band"
        results["Next band"] = "not known" if open_ else row["next_band"] or "none"
    return results


def check_choices(folder, scheme, pool):
    first = je("new", "jobs", "--scheme", scheme).stdout.decode().splitlines()[0]
    name = pathlib.Path(scheme).stem
    start = folder / f"{name}-start.csv"
    start.write_text(f"{first}\nbase{',' * first.count(',')}\n", encoding="utf-8")
    book = workbook(folder, name, "explain", start, "--scheme", scheme, "--job", "base")
    choices, chance = Choices(book), random.Random(f"{name} {SEED}")
    pairs = [choices.random(chance) for _ in range(CHOICES)]
    _, found = scored(folder, scheme, [said for said, _ in pairs])
    has_bands = any(row["band_min"] or row["band"] for row in found.values())

    def compare(number):
        said, cells = pairs[number]
        path = folder / f"{name}-{number}.xlsx"
        book.with_cells(choices.sheet, cells, path)
        shown = choices.results(Workbook(path).computed())
        path.unlink()
        row = found.get(f"j{number}")
        wanted = expected(None if row is None else {**row, "bands_in_use": has_bands})
        wrong = {label: (shown.get(label), words) for label, words in wanted.items() if shown.get(label) != words}
        return f"{name}: {said}: the sheet and je score: {wrong}" if wrong else None

    faults = [fault for fault in pool.map(compare, range(CHOICES)) if fault]
    return faults, len(found)


def main():
    faults, formulas, refused, allowed = [], 0, 0, 0
    with tempfile.TemporaryDirectory() as name, concurrent.futures.ThreadPoolExecutor(2) as pool:
        folder = pathlib.Path(name)
        for number, command in enumerate(COMMANDS):
            wrong, count = differences(workbook(folder, str(number), *command.split()))
            faults += [f"je {command}: {one}" for one in wrong]
            formulas += count
        schemes = sorted(path.stem for path in (PROJECT / "schemes").glob("*.yaml")
                         if "\nmethod: classification" not in path.read_text(encoding="utf-8")) + [str(PROJECT / "tests/forms/ranges/scheme.yaml")]
        for scheme in schemes:
            wrong, count = check_choices(folder, scheme, pool)
            faults += wrong
            allowed += count
            refused += CHOICES - count
    print(*faults[:20], sep="\n")
    print(f"{formulas} formulas; {len(schemes)} schemes, {allowed} choices with a total, {refused} that je refuses; {len(faults)} faults")
    return 1 if faults or formulas < 500 or allowed < 2 * len(schemes) else 0


if __name__ == "__main__":
    sys.exit(main())
