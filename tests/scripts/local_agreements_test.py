# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""local_agreements_test.py JE ROOT: a local agreement without changes gives, byte for byte, the results of its scheme but for the heading.

Over every shipped scheme and its examples: CSV is the same, JSON but for `scheme` and what says how it was made, text but for the
rows of the heading. What is written of both is verified, and bundled with both files.

And an agreement with changes gives what one file gives in which the changes were made by hand: the oracle is `merged`, over generated changes of a
generated scheme. Schemes are written as JSON, which is YAML."""
import copy
import difflib
import hashlib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

JE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
os.environ["JE_SCHEME_PATH"] = str(ROOT / "schemes")
EXAMPLES = {
    "nnc-probation": ["vlo.yaml", "pso.yaml", "po.yaml", "case-administrator.yaml"],
    "nhs-afc": ["../nhs-digital/jobs.csv"],
    "opm-fes": ["../opm-contracting/jobs.csv"],
}
HEADING = re.compile(r"^(Scheme|Edition|Scheme file|Local agreement|File):")


def je(*words, cwd, fails=False):
    done = subprocess.run([JE, *words], cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode > 1 or (done.returncode == 1) != fails:
        sys.exit(f"je {' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def agreement(scheme, folder):
    """A local agreement over a shipped scheme that changes nothing, as `je new` begins one."""
    path = folder / f"{scheme}-local.yaml"
    path.write_text(je("new", "local", "--scheme", scheme, "--id", f"{scheme}-local", cwd=folder), encoding="utf-8")
    return path


def jobs_of(scheme, folder):
    """Questionnaires with the lowest, the middle and the highest levels, and one without any."""
    empty = folder / f"{scheme}-open.yaml"
    empty.write_text(je("new", "job", "--scheme", scheme, "--id", "open", cwd=folder), encoding="utf-8")
    factors = json.loads(je("explain", "--format", "json", empty, cwd=folder))["factors"]
    made = [empty]
    for name, rank in (("lowest", lambda n: 0), ("middle", lambda n: n // 2), ("highest", lambda n: n - 1)):
        path = folder / f"{scheme}-{name}.yaml"
        levels = {f["id"]: {"level": f["levels"][rank(len(f["levels"]))]["level"]} for f in factors}
        path.write_text("format: je-job/1\n" + json.dumps({"id": name, "title": name, "scheme": scheme, "factors": levels})[1:-1].replace(
            ', "title"', '\n"title"').replace(', "scheme"', '\n"scheme"').replace(', "factors"', '\n"factors"') + "\n", encoding="utf-8")
        made.append(path)
    return made


def without_origin(value):
    """A JSON result without the scheme, its files and the command."""
    if isinstance(value, dict):
        return {key: without_origin(one) for key, one in value.items() if key not in ("scheme", "tool", "inputs", "origin")}
    return [without_origin(one) for one in value] if isinstance(value, list) else value


def without_heading(text):
    """Without the rows of the scheme, and the paragraph that names an agreement."""
    text = re.sub(r"^Under [^\n]*\n(?:[^\n]+\n)*\n", "", text, flags=re.M)
    lines, skip = [], False
    for line in text.splitlines():
        skip = bool(HEADING.match(line)) or (skip and line.startswith("  "))
        if not skip and not re.match(r"^(File|je )", line):
            lines.append(line)
    return " ".join(lines).split()


def compare(words, scheme, local, cwd):
    for form in ("csv", "json", "text"):
        plain = je(*words, "--scheme", scheme, "--format", form, cwd=cwd)
        changed = je(*words, "--scheme", local, "--format", form, cwd=cwd)
        if form == "json":
            head = json.loads(changed)
            used = head["scheme"] if "scheme" in head else head["jobs"][0]["scheme"]
            check_scheme(used, local)
            plain, changed = (json.dumps(without_origin(json.loads(text))) for text in (plain, changed))
        elif form == "text":
            plain, changed = without_heading(plain), without_heading(changed)
        if plain != changed:
            lines = [text if isinstance(text, list) else text.splitlines() for text in (plain, changed)]
            sys.exit(f"je {' '.join(map(str, words))} --format {form}: not the same under {local}\n" + "\n".join(difflib.unified_diff(*lines, lineterm="")))


def check_scheme(used, local):
    sha = hashlib.sha256(local.read_bytes()).hexdigest()
    both = hashlib.sha256(f"je-local/1 {used['sha256']} {sha}\n".encode()).hexdigest()
    if used["local"] != {"id": local.stem, "edition": "1", "sha256": sha, "changes": 0, "changes_points": False} or used["effective_sha256"] != both:
        sys.exit(f"the head of a result is not as it should be: {used}")


SCHEME = {
    "format": "je-scheme/1", "id": "demo", "title": "Demo plan", "edition": "1", "status": "local", "owner": "The libje authors",
    "licence": "Apache-2.0", "sources": [{"id": "own", "title": "Made up"}],
    "factors": [{"id": f, "name": f.title(), "levels": [{"id": str(n), "points": 10 * n, "summary": f"{f} {n}", "help": f"Help {n}"} for n in (1, 2, 3)]}
                for f in ("knowledge", "effort", "duties")],
    "bands": [{"from": "2025-01-01", "open_ended": True, "table": [{"id": "1", "floor": 0}, {"id": "2", "floor": 60}]},
              {"from": "2026-01-01", "open_ended": True, "table": [{"id": "1", "floor": 0}, {"id": "2", "floor": 50}]}],
    "panel": [{"id": f"p{n}", "check": "size", "smallest": n, "summary": f"Panel rule {n}"} for n in (2, 3, 4)],
    "appeal": [{"id": f"a{n}", "check": "time-limit", "from": "result-sent", "until": "appeal-lodged", "within": f"{n} days"} for n in (5, 6)],
    "conventions": [{"id": "c1", "text": "A convention."}, {"id": "c2", "text": "Another."}],
    "constraints": [{"id": "k1", "severity": "warning", "when": [{"factor": "effort", "at_least": "3"}],
                     "require": [{"factor": "knowledge", "at_least": "2"}], "message": "Unusual."}],
}


def called(entry, section):
    return entry.get("from", "only") if section == "bands" else entry["id"]


def new_entry(rng, section, name):
    if section == "bands":
        entry = {"open_ended": True, "table": [{"id": "1", "floor": 0}, {"id": "2", "floor": rng.randint(31, 89)}]}
        return entry if name == "only" else {"from": name, **entry}
    if section == "panel":
        return {"id": name, "check": "size", "smallest": rng.randint(1, 9), "summary": f"New {rng.randint(1, 99)}"}
    if section == "appeal":
        return {"id": name, "check": "time-limit", "from": "result-sent", "until": "appeal-lodged", "within": f"{rng.randint(7, 90)} days"}
    if section == "factors":
        points = sorted(rng.sample(range(1, 80), 3))
        return {"id": name, "name": name.title(), "levels": [{"id": str(i + 1), "points": p} for i, p in enumerate(points)]}
    return {"id": name, "text": f"Agreed {rng.randint(1, 99)}."}


def changes_of(rng):
    """Generated changes, no two of the same thing, that leave a sound scheme; in JSON."""
    changes, why = [], {"reason": "Agreed.", "source": "own"}
    for section in ("panel", "appeal", "conventions", "bands", "factors"):
        for entry in SCHEME[section]:
            kind = rng.choice(["replace", "remove", "keep", "set"])
            name = called(entry, section)
            if kind == "replace":
                changes.append({"replace": f"{section}/{name}", "entry": new_entry(rng, section, name), **why})
            elif kind == "remove" and section not in ("bands", "factors"):
                changes.append({"remove": f"{section}/{name}", **why})
            elif kind == "set" and section == "factors":
                changes.append({"set": f"factors/{name}/levels/{rng.randint(1, 3)}/help", "to": f"Local help {rng.randint(1, 99)}", **why})
                changes.append({"set": f"factors/{name}/short", "to": f"Short {name}", **why})
        if section != "factors" and rng.random() < 0.6:
            change = {"add": section, "entry": new_entry(rng, section, "2027-01-01" if section == "bands" else "new"), **why}
            stay = [called(e, section) for e in SCHEME[section] if not any(c.get("remove") == f"{section}/{called(e, section)}" for c in changes)]
            if stay and section != "bands" and rng.random() < 0.7:
                change[rng.choice(["before", "after"])] = rng.choice(stay)
            changes.insert(rng.randint(0, len(changes)), change)
    return changes


def merged(scheme, changes):
    """What one file would say: each change by itself, in order."""
    scheme = copy.deepcopy(scheme)
    for change in changes:
        if "set" in change:
            section, name, *levels, key = change["set"].split("/")
            owner = next(e for e in scheme[section] if e["id"] == name)
            if levels:
                owner = next(level for level in owner["levels"] if level["id"] == levels[1])
            owner[key] = change["to"]
            continue
        section, _, name = (change.get("add") or change.get("replace") or change["remove"]).partition("/")
        entries = scheme[section]
        names = [called(e, section) for e in entries]
        if "add" in change:
            at = names.index(change["before"]) if "before" in change else names.index(change["after"]) + 1 if "after" in change else len(entries)
            entries.insert(at, change["entry"])
        elif "replace" in change:
            entries[names.index(name)] = change["entry"]
        else:
            del entries[names.index(name)]
    return scheme


def agrees_with_one_file(seed, folder):
    rng = random.Random(seed)
    changes = changes_of(rng)
    base, local, whole, job = (folder / name for name in ("demo.yaml", "agreed.yaml", "whole/demo.yaml", "jobs.csv"))
    whole.parent.mkdir(exist_ok=True)
    base.write_text(json.dumps(SCHEME, indent=1), encoding="utf-8")
    whole.write_text(json.dumps(merged(SCHEME, changes), indent=1), encoding="utf-8")
    local.write_text(json.dumps({
        "format": "je-local/1", "id": "agreed", "title": "Agreed", "edition": "1", "changes_points": any("factors" in c.get("replace", "") for c in changes),
        "extends": {"scheme": "demo", "edition": "1", "sha256": hashlib.sha256(base.read_bytes()).hexdigest()}, "changes": changes}, indent=1), encoding="utf-8")
    job.write_text("id,title,knowledge,effort,duties\n" + "".join(
        f"j{n},Job {n},{rng.randint(1, 3)},{rng.randint(1, 3)},{rng.randint(1, 3)}\n" for n in range(9)), encoding="utf-8")
    asked = [["score", "jobs.csv", "--format", "csv", "--scheme"], ["score", "jobs.csv", "--as-of", "2025-06-01", "--format", "csv", "--scheme"],
             ["explain", "jobs.csv", "--job", "j3", "--format", "csv", "--scheme"], ["new", "panel", "--scheme"], ["new", "job", "--scheme"],
             ["check", "--show", "--format", "csv"]]
    for words in asked:
        two, one = (re.sub(r"[\w./-]*(?:demo|agreed)\.yaml(?::\d+)*", "FILE", je(*words, file, cwd=folder)) for file in (local, whole))
        two = re.sub(r"(?m)^local: .*\n", "", two)  # a panel says under which agreement it sat
        if two != one:
            sys.exit(f"seed {seed}: je {' '.join(words)}: two files and one do not say the same\n{json.dumps(changes, indent=1)}\n{two}\n{one}")


def main():
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        count = 0
        for path in sorted((ROOT / "schemes").glob("*.yaml")):
            scheme = path.stem
            local = agreement(scheme, folder)
            made = jobs_of(scheme, folder)
            given = [(files, cwd) for files, cwd in ((EXAMPLES.get(scheme, []), ROOT / "examples/probation"), (made, folder)) if files]
            for files, cwd in given:
                compare(["score", *files], scheme, local, cwd)
                count += 1
            for job in made[:2]:
                compare(["explain", job, "--changes", "20"], scheme, local, folder)
                count += 1
            compare(["compare", *made[1:]], scheme, local, folder)
            count += 1
        probation, local = ROOT / "examples/probation", folder / "nnc-probation-local.yaml"
        for command in ("panel", "appeal"):
            plain = je(command, "history", "--records", ".", "--format", "json", cwd=probation)
            changed = je(command, "history", "--records", ".", "--format", "json", "--scheme", local, cwd=probation)
            if command == "panel" and len(json.loads(plain)["panels"]) != len(json.loads(changed)["panels"]):
                sys.exit("panels were lost")
        result = folder / "result.json"
        result.write_text(je("score", made[1], "--scheme", folder / f"{scheme}-local.yaml", "--format", "json", cwd=folder), encoding="utf-8")
        je("verify", result, cwd=folder)
        je("bundle", "vlo.yaml", "--scheme", local, "--output", folder / "papers", cwd=probation)
        names = {one.name for one in (folder / "papers").rglob("*.yaml")}
        if not {"nnc-probation-local.yaml", "nnc-probation.yaml", "vlo.yaml"} <= names:
            sys.exit(f"the bundle lacks a file: {names}")
        je("verify", folder / "papers", cwd=folder)
        for seed in range(40):
            agrees_with_one_file(seed, folder)
        print(f"{count} results are the same")


main()
