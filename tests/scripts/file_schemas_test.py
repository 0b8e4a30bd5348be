# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""file_schemas_test.py JE ROOT: the schemas of docs/schemas/files and je are of one mind about files of these formats.

Every sound YAML file of the examples, the schemes, the forms and the seeds of fuzzing is as its schema says. Every key that
libje/src/io/yaml/keys.hpp and the lists of rules have stands in a schema, and every key of the seeds, misspelt, is refused by the
schema and by je, as is a value of another type. Of local agreements and weightings, also without a key that must be there: what one
refuses, the other does."""
import copy
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

JE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
AGREEMENTS = ROOT / "tests/cases/62-local-agreements/shared"
WEIGHTED = ROOT / "tests/forms/weightings"
SEEDS = ROOT / "tests/fuzz/every_key"


class Loader(yaml.SafeLoader):
    """YAML as editors read it (1.2): a day is a text, and so are yes and no."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506: a safe loader


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


def key_tables():
    """By name, the keys of each map of keys.hpp."""
    table = (ROOT / "libje/src/io/yaml/keys.hpp").read_text(encoding="utf-8")
    found = re.findall(r'constexpr YamlKeys (\w+)\{\s*"[^"]*",\s*((?:"[^"]*"\s*)+)\}', table)
    return {name: set("".join(re.findall(r'"([^"]*)"', words)).split()) for name, words in found}


def rule_tables():
    """By the key of each list of rules, the keys of its entries."""
    table = (ROOT / "libje/src/model/scheme/rules.cpp").read_text(encoding="utf-8")
    words = {name: set(re.findall(r'"([^"]*)"', listed)) for name, listed in re.findall(r"(\w+_keys)\{([^}]*)\}", table)}
    lists = re.search(r"RuleList, \d+> lists\{(.*?)\};", table, re.DOTALL).group(1)
    return {key: words[name] for key, name in re.findall(r'\{"(\w+)"(?:,\s*"[^"]*")+,\s*(\w+_keys),', lists)}


def check_key_tables(faults, schemas):
    """Each map of je stands in a schema with the same keys: under its name, or as the top of a format."""
    described = {}
    for schema in schemas.values():
        for name, part in [(schema["title"], schema), *schema["$defs"].items()]:
            if "properties" in part:
                described.setdefault(name, set()).update(part["properties"])
    tables = {**key_tables(), **rule_tables()}
    if len(tables) < 55:
        faults.append(f"only {len(tables)} maps of keys were found")
    tops = {"scheme": "je-scheme/1", "bands_file": "je-bands/1", "job": "je-job/1", "panel": "je-panel/1", "appeal": "je-appeal/1", "local": "je-local/1",
            "holidays": "je-holidays/1", "uncertainty": "je-uncertainty/1", "weightings": "je-weightings/1", "worked_examples": "je-test/1"}
    for name, keys in tables.items():
        has = described.get(tops.get(name, name))
        if has != keys:
            faults.append(f"{name}: je takes {sorted(keys)}, the schemas have {has and sorted(has)}")


def sound_files():
    """Every YAML file of the project that is meant to be sound, with its format."""
    folders = ("schemes", "examples", "tests/forms", "tests/worked", "tests/fuzz/every_key")
    for path in sorted(file for folder in folders for file in (ROOT / folder).rglob("*.y*ml")):
        if "forms/findings" in path.as_posix():
            continue
        content = load(path)
        if isinstance(content, dict) and str(content.get("format", "")).startswith("je-"):
            yield path, content


def every_key(value, path=()):
    """The place of each key within a file."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield (*path, key)
            yield from every_key(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from every_key(part, (*path, number))


# Maps whose keys the file names itself: ids, levels, letters; and what is looked at only with the scheme at hand.
OWN_NAMES = re.compile(r"^(factors/(?!\d)[^/]+|facts/(?!\d)[^/]+|jobs/.*|.*/individual/[^/]+|.*/options/[a-z]|matrices/\d+/cells/.*|derived/\d+/table/.*|"
                       r"derived/\d+/ranges/\d+/(people|base|budget)|band_rules/\d+/lowest_band/.*|.*/decide/\d+/bands/.*|.*/at_least/\w+|"
                       r"(cases/\d+/)?(levels|facts|expect/(factors|levels))/[^/]+|weightings/\d+/(weights|floors/anchors)/.*|changes/\d+/(entry|was)/.*|"
                       r"factors/[a-z]+/\d+|factors/\d+/questions/[^/]+|factors/\d+/questions/[^/]+/options/[^/]+|facts/\d+/choices/[^/]+|"
                       r"factors/[^/]+/answers/[^/]+|(cases/\d+/)?answers/[^/]+(/[^/]+)?)$")


def check_misspelt(faults, validators):
    """Each key of the seeds with a slip in it."""
    tried = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        made = {}
        for seed in sorted(SEEDS.glob("*.yaml")):
            content = load(seed)
            for path in every_key(content):
                place = "/".join(map(str, path))
                if OWN_NAMES.match(place):
                    continue
                slipped = with_change(content, path[:-1], lambda one, key=path[-1]: one.update({f"{key}q": one.pop(key)}))
                tried += 1
                if path != ("format",) and validators[content["format"]].is_valid(slipped):
                    faults.append(f"{seed.name}: its schema takes {place} misspelt")
                if path != ("format",):
                    file = folder / f"{seed.stem}-{tried}.yaml"
                    file.write_text(json.dumps(slipped), encoding="utf-8")
                    made[file.name] = f"{path[-1]}q"
        names = list(made)
        said = {}
        for at in range(0, len(names), 10):
            done = subprocess.run([JE, "check", *names[at:at + 10]], cwd=folder, capture_output=True, text=True, timeout=600, check=False)
            for line in (done.stdout + done.stderr).splitlines():
                said.setdefault(line.partition(":")[0], []).append(line)
        for file, key in made.items():
            if not any(f"'{key}'" in line for line in said.get(file, [])):
                faults.append(f"{file}: je check does not speak of '{key}'")
    if tried < 300:
        faults.append(f"only {tried} keys were misspelt")


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
    if len(schemas) != 10:
        sys.exit(f"docs/schemas/files has {sorted(schemas)}")
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    validators = {schema["title"]: jsonschema.Draft202012Validator(schema) for schema in schemas.values()}
    check_key_tables(faults, schemas)
    seen = set()
    for path, content in sound_files():
        seen.add(content["format"])
        for error in validators[content["format"]].iter_errors(content):
            faults.append(f"{path.relative_to(ROOT)}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    if seen != set(validators):
        faults.append(f"no file was looked at of {sorted(set(validators) - seen)}")
    check_misspelt(faults, validators)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        base = (AGREEMENTS / "scheme.yaml").read_bytes()
        (folder / "scheme.yaml").write_bytes(base)
        check(faults, folder, "local.yaml", schemas["je-local-1"], local(base))
        for file in ("scheme.yaml", "carer.yaml"):
            (folder / file).write_bytes((WEIGHTED / file).read_bytes())
        check(faults, folder, "weightings.yaml", schemas["je-weightings-1"], weightings())
    print("\n".join(faults) or "the schemas of files and je are of one mind")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
