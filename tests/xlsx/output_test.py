# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Where workbooks go, and what is in them whatever the texts are.

    output_test.py JE PROJECT

A workbook goes to a file by its ending, or through a pipe, with the same bytes; a terminal gets none; without room for temporary
files nothing is left behind. Texts of files are words in every cell; numbers are numbers, days are days. Of more jobs than are gathered none is missing.
"""
import csv
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile

from workbook import Workbook, differences

JE, PROJECT = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
EXAMPLE = PROJECT / "examples/probation"
HOSTILE = ["=cmd|' /C calc'!A0", "<script>alert(1)</script>&amp;]]>", "_x0041_", "\u05d0\u05d1 abc \U0001F469\u200D\U0001F4BB", "{{7*7}} \"'`",
           "http://example.org/", "@SUM(A1)", "y" * 10_000]
FUNCTIONS = {"SUM", "LOOKUP", "IFERROR", "IF", "INDEX", "MATCH", "SUMPRODUCT", "MIN", "MAX", "ROUND", "AND", "OR", "NOT", "ISNUMBER", "ROWS"}
faults = []


def expect(truth, what):
    if not truth:
        faults.append(what)


def je(*words, **more):
    environment = {**os.environ, "JE_SCHEME_PATH": str(PROJECT / "schemes"), **more.pop("environment", {})}
    return subprocess.run([JE, *map(str, words)], env=environment, capture_output=True, **more)


def where_it_goes(folder):
    file = folder / "by-ending.xlsx"
    je("explain", "vlo.yaml", "--output", file, cwd=EXAMPLE)
    piped = je("explain", "vlo.yaml", "--format", "xlsx", cwd=EXAMPLE).stdout
    expect(file.exists() and file.read_bytes() == piped, "a file by its ending and a pipe get the same bytes")
    for secret in (b"/tmp", b"/dev/fd", str(folder).encode()):
        with_secret = [part for part in Workbook(file).texts() if secret in part]
        expect(not with_secret, f"{secret} is in the workbook")
    main, terminal = pty.openpty()
    done = subprocess.run([JE, "explain", "vlo.yaml", "--format", "xlsx"], cwd=EXAMPLE, stdout=terminal, stderr=subprocess.PIPE)
    os.close(terminal)
    expect(done.returncode == 2 and b"[JE-U96]" in done.stderr, f"a terminal: {done.returncode} {done.stderr}")
    os.close(main)
    output = folder / "no-room.xlsx"
    done = je("explain", "vlo.yaml", "--output", output, cwd=EXAMPLE, environment={"TMPDIR": "/nonexistent"})
    expect(done.returncode == 3 and b"[JE-X18]" in done.stderr and not output.exists(), f"no folder: {done.returncode} {done.stderr}")
    expect(not list(folder.glob("no-room*")), "nothing is left behind")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def hostile_texts(folder):
    scheme = (EXAMPLE / "vlo.yaml").read_text(encoding="utf-8")
    for number, text in enumerate(HOSTILE):
        job = folder / f"h{number}.yaml"
        lines = [f"title: {quoted(text)}" if line.startswith("title:") else f"note: {quoted(text)}" if line.startswith("note:") else line for line in scheme.splitlines()]
        job.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for command in ("explain", "score"):
            path = folder / f"h{number}-{command}.xlsx"
            done = je(command, job, "--output", path)
            expect(path.exists(), f"{command} {text[:40]!r}: {done.stderr.decode()}")
            if path.exists():
                harmless(Workbook(path), text, f"{command} {text[:40]!r}", command == "score")


def harmless(book, text, what, is_alone):
    values = [cell.value for cells in book.sheets.values() for cell in cells.values()]
    expect(any(text in str(value) for value in values) or len(text) > 2000, f"{what}: the text is not there")
    expect(not is_alone or text in values, f"{what}: no cell is the text")
    for cells in book.sheets.values():
        for cell in cells.values():
            words = set() if cell.formula is None else {word.split("'")[-1] for word in functions(cell.formula)}
            expect(words <= FUNCTIONS, f"{what}: {cell.formula}")


def functions(formula):
    """Words before a bracket, outside the names of sheets and texts."""
    plain = re.sub(r"'[^']*'!|\"[^\"]*\"", "", formula)
    return re.findall(r"([A-Za-z_.][\w.]*)\(", plain)


def ids_stay(folder):
    ids = ["007", "1-7", "73928e03", "1e5", "2024-01-02", "TRUE"]
    header = (PROJECT / "examples/nhs-digital/jobs.csv").read_text(encoding="utf-8").splitlines()
    jobs = folder / "ids.csv"
    jobs.write_text("\n".join([header[0], *(",".join([one, "t", *header[1].split(",")[2:]]) for one in ids)]) + "\n", encoding="utf-8")
    je("score", "--scheme", "nhs-afc", jobs, "--output", folder / "ids.xlsx")
    cells = Workbook(folder / "ids.xlsx").sheets["Jobs"]
    values = [cell.value for (row, column), cell in cells.items() if column == 0]
    expect([one for one in ids if one in values] == ids, f"ids: {values}")
    totals = [cell.value for (row, column), cell in cells.items() if column == 2 and isinstance(cell.value, float)]
    expect(len(totals) == len(ids), f"totals are numbers: {totals}")


def many_jobs(folder, count=2600):
    """More than are gathered: the same rows as CSV has, one formula for each band and margin."""
    with open(PROJECT / "examples/nhs-digital/jobs.csv", encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    jobs = folder / "many.csv"
    with jobs.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(header)
        for number in range(count):
            row = rows[number % len(rows)]
            out.writerow([f"j{number}", *row[1:4], "" if number % 97 == 96 else row[4], *row[5:]])
    path = folder / "many.xlsx"
    first = je("score", "--scheme", "nhs-afc", jobs, "--format", "xlsx").stdout
    path.write_bytes(first)
    expect(first == je("score", "--scheme", "nhs-afc", jobs, "--format", "xlsx").stdout, "the same bytes twice")
    book = Workbook(path)
    cells = book.sheets["Jobs"]
    table = list(csv.DictReader(je("score", "--scheme", "nhs-afc", jobs, "--format", "csv").stdout.decode().splitlines()))
    start = next(row for (row, column), cell in sorted(cells.items()) if column == 0 and cell.value == "j0")
    heads = [cells[start - 1, column].value for column in range(9)]
    expect(heads[2:5] == ["Total, from", "Total, to", "Band"], f"heads: {heads}")
    for number, row in enumerate(table):
        got = [cells[start + number, column].value for column in range(5)]
        totals = [float(row["total"] or row[end]) for end in ("total_min", "total_max")]
        band = row["band"] or (row["band_min"] if row["band_min"] == row["band_max"] else f"{row['band_min']} to {row['band_max']}")
        expect(got == [row["id"], row["title"], *totals, band], f"{row['id']}: {got}")
    expect((start + count, 0) not in cells, "no row more")
    wrong, formulas = differences(book)
    faults.extend(wrong[:3])
    expect(formulas > 2 * count, f"{formulas} formulas")
    expect(any(str(cell.value).startswith("2600 jobs scored") for cell in book.sheets["Summary"].values()), "how many there were")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for check in (where_it_goes, hostile_texts, ids_stay, many_jobs):
            check(folder)
    print(*faults[:20], sep="\n")
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
