#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Writes seeds for the fuzz targets: every key and every item of a list of every format, holding each kind of value.

    seeds.py FOLDER             FOLDER/<target>/<file>, one change to a file of every_key/ in each
    seeds.py --covered SOURCES  whether every_key/ has every key that the readers in SOURCES know
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
KINDS = {
    "nothing": "",
    "text": "a text",
    "list": "[a, b]",
    "map": "{id: a, check: b}",
    "lists": "[[{id: a}], {id: b, check: c}]",
    "empty-list": "[]",
    "empty-map": "{}",
}
LINE = re.compile(r'^( *)(- )?(?:("?[\w-]+"?):)?(?: (.*))?$')


def width(line):
    return len(line) - len(line.lstrip(" "))


def changed(lines, at, begin, value):
    """`lines` with `begin value` in place of line `at` and of what lies deeper below it."""
    column = width(begin) + (2 if begin.lstrip().startswith("- ") and begin.rstrip().endswith(":") else 0)
    end = at + 1
    while end < len(lines) and width(lines[end]) > column:
        end += 1
    return lines[:at] + [f"{begin} {value}".rstrip()] + lines[end:]


def changes(lines):
    for at, line in enumerate(lines):
        indent, dash, key, _ = LINE.match(line).groups()
        for kind, value in KINDS.items():
            if dash:
                yield f"{at + 1}-item-{kind}", changed(lines, at, f"{indent}-", value)
            if key:
                yield f"{at + 1}-{kind}", changed(lines, at, f"{indent}{dash or ''}{key}:", value)


def every_key():
    files = sorted((HERE / "every_key").glob("*.yaml"))
    if not files:
        sys.exit(f"no file in {HERE / 'every_key'}")
    return files


def write(folder):
    for path in every_key():
        target = folder / f"{path.stem.split('_')[0]}_yaml"
        target.mkdir(parents=True, exist_ok=True)
        lines = path.read_text(encoding="utf-8").splitlines()
        for name, made in changes(lines):
            (target / f"{path.stem}-{name}.yaml").write_text("\n".join(made) + "\n", encoding="utf-8")


def covered(sources):
    text = "\n".join(path.read_text(encoding="utf-8") for path in every_key())
    have = set(re.findall(r'^ *(?:- )?(\w+):', text, re.M))
    table = (sources / "yaml" / "keys.hpp").read_text(encoding="utf-8")
    maps = dict(re.findall(r'constexpr YamlKeys (\w+)\{\s*"[^"]*",\s*((?:"[^"]*"\s*)+)\}', table))
    known = {key for words in maps.values() for key in "".join(re.findall(r'"([^"]*)"', words)).split()}
    rules = (sources.parent / "model" / "scheme" / "rules.cpp").read_text(encoding="utf-8")
    for words in re.findall(r'string_view, \d+> \w+_keys\{(.*?)\};', rules, re.S):
        known |= set(re.findall(r'"(\w+)"', words))
    if re.findall(r"&(\w+)", table[table.index("all{"):]) != list(maps):
        sys.exit("yaml/keys.hpp does not list all of its maps, in order")
    if len(known) < 100 or known - have:
        sys.exit(f"{len(known)} keys are known; not in every_key/: {', '.join(sorted(known - have))}")


def main():
    if sys.argv[1] == "--covered":
        covered(pathlib.Path(sys.argv[2]))
    else:
        write(pathlib.Path(sys.argv[1]))


main()
