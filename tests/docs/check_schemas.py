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


def changed(result, paths):
    """The result with values of another type at `paths`."""
    copied = copy.deepcopy(result)
    for path in paths:
        at = copied
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = copy.deepcopy(ANOTHER_TYPE)
    return copied


def passing(validator, result, paths):
    """Those of `paths` at which a value of another type is not refused. What is refused at the place itself, among all at once, is
    refused alone; the others, such as those within one of several forms, are tried one by one."""
    refused = set()
    for error in validator.iter_errors(changed(result, paths)):
        refused.add(tuple(error.absolute_path))
        if error.validator == "additionalProperties":
            refused.add((*error.absolute_path, "not described"))
    return [path for path in paths if path not in refused and validator.is_valid(changed(result, [path]))]


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
    tried, of_result = 0, {}
    for (kind, _), (result, path) in at_place.items():
        tried += 1
        _, _, paths = of_result.setdefault(id(result), (kind, result, {}))
        paths[path] = f"a value of another type passes at {'/'.join(map(str, path))}"
        if isinstance(path[-1], str):
            paths[*path[:-1], "not described"] = f"a key that is not described passes beside {'/'.join(map(str, path))}"
    for kind, result, paths in of_result.values():
        faults += [f"{kind}: {paths[path]}" for path in passing(validators[kind], result, list(paths))]
    for kind in sorted(schemas.keys() - seen):
        faults.append(f"{kind}: no case has such a result")
    if tried < 300:
        faults.append(f"only {tried} keys were tried")
    print("\n".join(faults[:100]))
    print(f"{len(seen)} kinds of results, {tried} places, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
