# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Every result in JSON that a case expects is as its schema in docs/schemas says. Of each kind of result and each of its keys,
a result with a value of another type there is refused, and so is one with a key that is not described."""
import argparse
import copy
import json
import pathlib
import sys

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import cases  # noqa: E402


def results_of(data):
    """The results in JSON among the bytes a case expects: a whole output, and files it leaves."""
    if not data.startswith(b'{"format":"je-'):
        return
    try:
        yield json.loads(data)
    except ValueError:
        return  # a result that a case shows cut off


def all_results(root):
    tests = root / "tests"
    for path in [path for folder in ("golden", "cases", "errors") for path in cases.below(tests / folder)]:
        case = cases.read(path)
        for data in [case.expected.get("stdout", b""), *case.after.values()]:
            for result in results_of(data):
                yield path.relative_to(tests), result


def leaves(value, path=()):
    """The place of each value that holds no others."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from leaves(part, (*path, number))
    else:
        yield path


def kind_of(path):
    return tuple(step for step in path if not isinstance(step, int))


def with_value(result, path, value):
    changed = copy.deepcopy(result)
    at = changed
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return changed


ANOTHER_TYPE = {"not described": [1]}  # no value is such an object, and no object has such a key


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--je")
    root = parser.parse_args().root
    schemas = {schema["title"]: schema for schema in (json.loads(file.read_text()) for file in (root / "docs" / "schemas").glob("*.json"))}
    faults, seen, smallest, at_place = [], set(), {}, {}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    validators = {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas.items()}
    for case, result in all_results(root):
        kind = result["format"]
        if kind not in validators:
            continue  # a result of another version, which a case of je verify is about
        for error in validators[kind].iter_errors(result):
            faults.append(f"{case}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        seen.add(kind)
        size = len(json.dumps(result))
        for path in leaves(result):
            place = (kind, kind_of(path))
            if place not in smallest or size < smallest[place]:
                smallest[place] = size
                at_place[place] = (result, path)
    tried = 0
    for (kind, place), (result, path) in at_place.items():
        tried += 1
        if validators[kind].is_valid(with_value(result, path, ANOTHER_TYPE)):
            faults.append(f"{kind}: a value of another type passes at {'/'.join(map(str, place))}")
        if isinstance(path[-1], str) and validators[kind].is_valid(with_value(result, (*path[:-1], "not described"), [1])):
            faults.append(f"{kind}: a key that is not described passes beside {'/'.join(map(str, place))}")
    for kind in sorted(schemas.keys() - seen):
        faults.append(f"{kind}: no case has such a result")
    if tried < 300:
        faults.append(f"only {tried} keys were tried")
    print("\n".join(faults[:100]))
    print(f"{len(seen)} kinds of results, {tried} places, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
