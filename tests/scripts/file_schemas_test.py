# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""file_schemas_test.py JE ROOT: the schemas of docs/schemas/files and je are of one mind about files of these formats.

A sound file (JSON is YAML) passes both. Without a key that must be there, with a key that there is not, and with a value of another
type, both refuse it. Every key of libje/src/io/yaml/keys.hpp that the format has stands in its schema."""
import copy
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

JE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
AGREEMENTS = ROOT / "tests/cases/62-local-agreements/shared"
WEIGHTED = ROOT / "tests/forms/weightings"


def change(**what):
    return {**what, "reason": "Agreed with the unions.", "source": "agreement"}


def local(base):
    """Each kind of change, and each key."""
    return {
        "format": "je-local/1", "id": "council", "title": {"en": "Local agreement", "cy": "Cytundeb lleol"}, "edition": "2026-04",
        "extends": {"scheme": "demo", "edition": "1", "sha256": hashlib.sha256(base).hexdigest()},
        "sources": [{"id": "agreement", "title": "Joint committee", "url": "https://example.org"}],
        "changes_points": False,
        "changes": [
            change(add="panel", entry={"id": "reasons", "check": "rationale", "breach": "warn"}, after="three"),
            change(add="panel", entry={"id": "decided", "check": "rationale", "breach": "warn"}, before="three"),
            change(replace="appeal/in-time", entry={"id": "in-time", "check": "time-limit", "from": "result-sent", "until": "appeal-lodged", "within": "20 working days"}, was={"within": "3 months"}),
            change(remove="panel/equal"),
            change(set="factors/knowledge/levels/3/help", to="Our own words."),
        ],
    }


def weightings():
    head = {"reason": "To try it."}
    return {
        "format": "je-weightings/1", "id": "alternatives", "scheme": "weighted",
        "weightings": [
            {"id": "a", **head, "weights": {"group:skills": 12.5}, "rest": "equal", "floors": "equal-width", "rounding": {"to": 1, "mode": "half-up"}},
            {"id": "b", **head, "weights": {"emotional": 30}, "rest": "in-proportion", "floors": {"anchors": {"carer": "1"}}},
        ],
    }


# Where any name may stand as a key, and what may hold any value.
FREE_KEYS = {("weightings", "weights"), ("weightings", "floors", "anchors")}
FREE_VALUES = {("changes", "entry"), ("changes", "was"), ("changes", "to")}
# What a file of this format may leave out, and this one may not: its changes name the source, its floors need a job.
NEEDED_HERE = {("sources",), ("weightings", "floors", "anchors", "carer")}


def maps(value, path=()):
    """Each map within a file, with its place; what holds any value is left out."""
    if tuple(step for step in path if not isinstance(step, int)) in FREE_VALUES:
        return
    if isinstance(value, dict):
        yield path
        for key, part in value.items():
            yield from maps(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from maps(part, (*path, number))


def at(value, path):
    for step in path:
        value = value[step]
    return value


def with_change(sound, path, change_map):
    copied = copy.deepcopy(sound)
    change_map(at(copied, path))
    return copied


def mutations(sound):
    """Files with one fault, what it is, and whether it is one beyond doubt: some of those that lack a key are sound."""
    for path in maps(sound):
        kind = tuple(step for step in path if not isinstance(step, int))
        for key in at(sound, path):
            if (*kind, key) not in NEEDED_HERE:
                yield f"{path} without {key}", with_change(sound, path, lambda one: one.pop(key)), False
            if (*kind, key) not in FREE_VALUES:
                yield f"{path}: {key} is a list of lists", with_change(sound, path, lambda one: one.update({key: [[1]]})), True
        if kind not in FREE_KEYS and kind != ("title",):
            yield f"{path} with another key", with_change(sound, path, lambda one: one.update({"not-described": 1})), True


def refused_for_form(folder, name, text):
    """Whether je finds fault with the form of a file: what it says of keys, types and words that are there, or not."""
    (folder / name).write_text(text, encoding="utf-8")
    command = [JE, "check", name] if name == "local.yaml" else [JE, "sensitivity", "carer.yaml", "--scheme", "scheme.yaml", "--weightings", name, "--format", "json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"je ended with {done.returncode}: {done.stderr}")
    return done.returncode != 0, done.stdout + done.stderr


def keys_of(name):
    table = (ROOT / "libje/src/io/yaml/keys.hpp").read_text(encoding="utf-8")
    words = re.search(r'constexpr YamlKeys ' + name + r'\{\s*"[^"]*",\s*((?:"[^"]*"\s*)+)\}', table).group(1)
    return set("".join(re.findall(r'"([^"]*)"', words)).split())


def check_keys(faults, schema, place, name):
    described = set(at(schema, place)["properties"])
    if described != keys_of(name):
        faults.append(f"{schema['title']}: {'/'.join(place) or 'the file'} has {sorted(described)}, je takes {sorted(keys_of(name))}")


def check(faults, folder, name, schema, sound):
    validator = jsonschema.Draft202012Validator(schema)
    refused, said = refused_for_form(folder, name, json.dumps(sound))
    if refused:
        faults.append(f"{name}: je refuses the sound file: {said}")
    for error in validator.iter_errors(sound):
        faults.append(f"{name}: its schema refuses the sound file: {error.message}")
    tried = 0
    for what, mutated, is_fault in mutations(sound):
        tried += 1
        refused, _ = refused_for_form(folder, name, json.dumps(mutated))
        valid = validator.is_valid(mutated)
        if is_fault and not refused:
            faults.append(f"{name}, {what}: je takes it")
        if refused == valid:
            faults.append(f"{name}, {what}: je {'refuses' if refused else 'takes'} it, its schema does not")
    if tried < 20:
        faults.append(f"{name}: only {tried} faults were tried")


def main():
    faults = []
    schemas = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in (ROOT / "docs/schemas/files").glob("*.json")}
    if sorted(schemas) != ["je-local-1", "je-weightings-1"]:
        sys.exit(f"docs/schemas/files has {sorted(schemas)}")
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    agreement, others = schemas["je-local-1"], schemas["je-weightings-1"]
    for place, name in (((), "local"), (("properties", "extends"), "local_base"), (("properties", "sources", "items"), "source"), (("$defs", "change"), "local_change")):
        check_keys(faults, agreement, place, name)
    one = ("$defs", "weighting", "properties")
    for place, name in (((), "weightings"), (("$defs", "weighting"), "weighting"), ((*one, "floors", "anyOf", 1), "weighting_floors"), ((*one, "rounding"), "rounding")):
        check_keys(faults, others, place, name)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        base = (AGREEMENTS / "scheme.yaml").read_bytes()
        (folder / "scheme.yaml").write_bytes(base)
        check(faults, folder, "local.yaml", agreement, local(base))
        for file in ("scheme.yaml", "carer.yaml"):
            (folder / file).write_bytes((WEIGHTED / file).read_bytes())
        check(faults, folder, "weightings.yaml", others, weightings())
    print("\n".join(faults) or "the schemas of files and je are of one mind")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
