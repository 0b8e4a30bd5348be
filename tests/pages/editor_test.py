# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""The files that je new makes, opened in the YAML language server as editors open them: the lines at their top lead to their schemas,
nothing is said of a sound file, a misspelt key and a word that there is not are marked on their lines, and keys and words are offered.
ajv, a validator that is not Python's, compiles each schema and is of the same mind.

    editor_test.py JE PROJECT WORK

The packages of package-lock.json are put beside WORK by npm, once for all tests.
"""
import json
import pathlib
import shutil
import subprocess
import sys

import npm_packages
import yaml

JE, PROJECT, WORK = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
HERE = pathlib.Path(__file__).resolve().parent
# Kind, what is given to je new, how a line of the file begins and what is put there instead, and a word of what is then said.
KINDS = {
    "scheme": ([], ("licence: On", "lisence: On"), "lisence"),
    "job": (["--scheme", "njc"], ("title:", "titel:"), "titel"),
    "bands": ([], ("owner:", "onwer:"), "onwer"),
    "test": ([], ("expect:", "expekt:"), "expekt"),
    "panel": (["--scheme", "njc"], ("stage: evaluation", "stage: evaluated"), "evaluation"),
    "appeal": (["panel.yaml"], ("kind: individual", "kind: indvidual"), "collective"),
    "local": (["--scheme", "njc"], ("extends: {scheme:", "extends: {sheme:"), "sheme"),
}


def make(folder):
    """The files, sound and with a fault; by name what must be said."""
    faults = {}
    for kind, (given, (there, put), told) in KINDS.items():
        file = folder / f"{kind}.yaml"
        file.unlink(missing_ok=True)
        subprocess.run([JE, "new", kind, *given, "--scheme-path", PROJECT / "schemes", "--output", file.name], cwd=folder, check=True)
        text = file.read_text(encoding="utf-8")
        at = next((n for n, line in enumerate(text.splitlines()) if line.startswith(there)), None)
        if at is None:
            sys.exit(f"{file.name} has no line that begins with '{there}'")
        lines = text.splitlines()
        lines[at] = lines[at].replace(there, put)
        bad = folder / f"{kind}-bad.yaml"
        bad.write_text("\n".join(lines) + "\n", encoding="utf-8")
        faults[bad.name] = (at, told)
    return faults


def places(folder):
    """Where something is asked for, in files of their own; and what has to be offered there."""
    asked = {"keys.yaml": ("job", "band_cho", "band_choice"), "words.yaml": ("scheme", "status: ", "published"), "inner.yaml": ("panel", "stage: ", "moderation")}
    for name, (kind, begun, wanted) in asked.items():
        head = (folder / f"{kind}.yaml").read_text(encoding="utf-8").splitlines()[:2]
        lines = [*head, f"format: je-{kind}/1", "id: x", begun]
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        yield name, len(lines) - 1, len(begun), wanted


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    npm_packages.install(WORK.parent)
    shutil.copy(HERE / "editor.mjs", WORK / "editor.mjs")
    folder = WORK / "files"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(PROJECT / "docs/schemas/files", folder / "docs/schemas/files")
    expected = make(folder)
    asked = list(places(folder))
    schemas = sorted(str(file) for file in (folder / "docs/schemas/files").glob("*.json"))
    values = []
    for name in [f"{kind}.yaml" for kind in KINDS] + list(expected):
        content = yaml.load((folder / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        schema = folder / "docs/schemas/files" / f"{content['format'].replace('/', '-')}.json"
        whole = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
        (folder / f"{name}.json").write_text(json.dumps(whole, default=str), encoding="utf-8")
        values.append([str(schema), str(folder / f"{name}.json"), name in expected])
    question = {"files": [f"{kind}.yaml" for kind in KINDS] + list(expected) + [name for name, *_ in asked], "places": [list(place[:3]) for place in asked],
                "schemas": schemas, "values": [value[:2] for value in values]}
    (WORK / "asked.json").write_text(json.dumps(question), encoding="utf-8")
    done = subprocess.run(["node", "editor.mjs", folder, "asked.json"], cwd=WORK, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        sys.exit(f"editor.mjs: {done.stdout}{done.stderr}")
    answer = json.loads(done.stdout)
    faults = []
    for kind in KINDS:
        if answer["said"][f"{kind}.yaml"]:
            faults.append(f"{kind}.yaml is sound, and this is said of it: {answer['said'][f'{kind}.yaml']}")
    for name, (line, told) in expected.items():
        said = answer["said"][name]
        if not any(told in message for _, message in said) or not any(at == line for at, _ in said):
            faults.append(f"{name}: '{told}' is not told of on line {line + 1}: {said}")
    for (name, *_, wanted), offered in zip(asked, answer["offered"]):
        if wanted not in offered:
            faults.append(f"{name}: '{wanted}' is not offered: {offered}")
    for (schema, file, is_bad), valid in zip(values, answer["valid"]):
        if valid == is_bad:
            faults.append(f"ajv {'takes' if valid else 'refuses'} {file} by {schema}")
    print("\n".join(faults) or f"{len(KINDS)} sound files and {len(expected)} with faults were told apart")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
