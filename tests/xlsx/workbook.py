# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Reads workbooks as data, changes cells, and has gnumeric compute them anew."""
import csv
import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree as tree
import zipfile

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def words(text):
    """A text as a spreadsheet shows it."""
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def place(reference):
    """Row and column of "B7", from 0."""
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", reference).groups()
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(row) - 1, column - 1


class Cell:
    """`value`: a float, or words; `formula`: without its sign, or None."""

    def __init__(self, element, shared):
        kind = element.get("t", "n")
        formula = element.find("m:f", NAMES)
        value = element.find("m:v", NAMES)
        self.formula = None if formula is None else formula.text
        if kind == "s":
            self.value = shared[int(value.text)]
        elif kind == "inlineStr":
            self.value = words("".join(one.text or "" for one in element.iter(f"{{{NAMES['m']}}}t")))
        elif value is None:
            self.value = ""
        else:
            self.value = words(value.text or "") if kind == "str" else float(value.text)


class Workbook:
    """`sheets`: names with cells by row and column."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.sheets, self.parts = {}, {}
        with zipfile.ZipFile(path) as book:
            for part in book.namelist():
                if part.endswith((".xml", ".rels")):
                    tree.fromstring(book.read(part))  # is XML
            shared = []
            if "xl/sharedStrings.xml" in book.namelist():
                for one in tree.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", NAMES):
                    shared.append(words("".join(text.text or "" for text in one.iter(f"{{{NAMES['m']}}}t"))))
            sheets = tree.fromstring(book.read("xl/workbook.xml")).findall("m:sheets/m:sheet", NAMES)
            for number, sheet in enumerate(sheets, 1):
                name, part = sheet.get("name"), f"xl/worksheets/sheet{number}.xml"
                self.parts[name] = part
                cells = tree.fromstring(book.read(part)).iter(f"{{{NAMES['m']}}}c")
                self.sheets[name] = {place(cell.get("r")): Cell(cell, shared) for cell in cells}

    def texts(self):
        """The bytes of each part."""
        with zipfile.ZipFile(self.path) as book:
            return [book.read(part) for part in book.namelist()]

    def with_cells(self, sheet, changes, path):
        """Writes the workbook to `path` with other words or numbers in cells of a sheet: {"B7": "4"}."""
        with zipfile.ZipFile(self.path) as old, zipfile.ZipFile(path, "w") as new:
            for part in old.namelist():
                data = old.read(part)
                if part == self.parts[sheet]:
                    text = data.decode()
                    for at, value in changes.items():
                        inside = f"<v>{value}</v>" if isinstance(value, (int, float)) else f"<is><t>{value}</t></is>"
                        kind = "n" if isinstance(value, (int, float)) else "inlineStr"
                        text, count = re.subn(rf'<c r="{at}" (s="\d+")[^>]*?(/>|>.*?</c>)', rf'<c r="{at}" \1 t="{kind}">{inside}</c>', text, count=1)
                        assert count == 1, at
                    data = text.encode()
                new.writestr(part, data)

    def computed(self):
        """Rows of words of each sheet, as gnumeric shows them once it has computed all formulas."""
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["ssconvert", "--recalc", "-S", "-T", "Gnumeric_stf:stf_csv", self.path, f"{folder}/%n"], check=True, capture_output=True)
            found = {}
            for number, name in enumerate(self.sheets):
                with open(f"{folder}/{number}", encoding="utf-8", newline="") as file:
                    found[name] = list(csv.reader(file))
            return found


def same(value, said):
    """Whether a value of a workbook is what gnumeric says."""
    if not isinstance(value, float):
        return value == said
    number = re.match(r"[-+]?[0-9.,]+(E[-+]\d+)?", said)
    if number is None:
        return False
    factor = 0.01 if said.endswith("%") else 1
    return abs(float(number[0].replace(",", "")) * factor - value) <= 1e-6 * max(1, abs(value))


def differences(book):
    """Formulas whose value beside them is not what they give; and how many formulas there are."""
    rows, wrong, count = book.computed(), [], 0
    for sheet, cells in book.sheets.items():
        for (row, column), cell in cells.items():
            if cell.formula is None:
                continue
            count += 1
            said = rows[sheet][row][column] if row < len(rows[sheet]) and column < len(rows[sheet][row]) else ""
            if not same(cell.value, said) and not (cell.value == 1e15):
                wrong.append(f"{sheet} row {row + 1} column {column + 1}: {cell.formula} gives {said}, {cell.value} stands there")
    return wrong, count
