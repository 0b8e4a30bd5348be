# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""catalogue_test.py JE ROOT [--list]: the catalogues of words hold.

Each translation has the gaps of its English; every command on the shipped examples finds all its words; what is for programs -
JSON keys, CSV - is the same in all languages. With --list, the texts that lack a translation are printed, as entries to fill in."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

JE, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
PROBATION = ROOT / "examples/probation"
JOBS = ["vlo.yaml", "pso.yaml", "po.yaml"]
COMPETENCIES, HISTORY, OF_THREE = "../competencies", "../competencies/history", "../../tests/forms/two-of-three"
OVERLAPS, SEVERAL = "../../tests/forms/overlaps", "../../tests/cases/63-overlapping-bands/shared"
COMMANDS = [
    ["explain", "vlo.yaml"], ["explain", "case-administrator.yaml"], ["explain", "vlo.yaml", "--changes", "all", "--as-of", "2016-08-01"],
    ["explain", "vlo.yaml", "--audience", "public"], ["explain", "vlo.yaml", "--bands", "local-floors.yaml"],
    *(["explain", f"../../tests/forms/ranges/{job}.yaml", "--scheme", "../../tests/forms/ranges/scheme.yaml"] for job in ("stated-and-open", "budget-not-known", "on-the-edge")),
    *([*command, "--scheme", f"{OVERLAPS}/scheme.yaml"] for command in (
        *(["explain", f"{OVERLAPS}/{job}.yaml"] for job in ("chosen", "not-chosen")), ["score", f"{OVERLAPS}/chosen.yaml", f"{OVERLAPS}/not-chosen.yaml"],
        ["compare", f"{OVERLAPS}/chosen.yaml", f"{OVERLAPS}/not-chosen.yaml"],
        ["sensitivity", f"{OVERLAPS}/chosen.yaml", f"{OVERLAPS}/not-chosen.yaml"],
        ["sensitivity", f"{OVERLAPS}/chosen.yaml", f"{OVERLAPS}/not-chosen.yaml", "--levels", "--level-uncertainty", "adjacent:0.2"])),
    ["check", "--show", f"{OVERLAPS}/scheme.yaml"],
    *([*command, "--scheme", f"{SEVERAL}/scheme.yaml", "--records", SEVERAL] for command in (
        *(["panel", f"{SEVERAL}/{panel}.yaml"] for panel in ("first", "open")), *(["appeal", f"{SEVERAL}/{appeal}.yaml"] for appeal in ("waiting", "appeal")))),
    ["check", "--show", f"{OF_THREE}/scheme.yaml"],
    *([command, *(f"{COMPETENCIES}/{job}.yaml" for job in ("case-worker", "new-post", "team-manager"))] for command in ("score", "compare", "report")),
    *(["explain", f"{COMPETENCIES}/{job}.yaml"] for job in ("case-worker", "new-post", "team-manager")),
    *([*words, HISTORY, "--records", COMPETENCIES] for words in (["panel"], ["panel", "--each"], ["panel", "--audience", "public"], ["appeal"], ["appeal", "--audience", "public"])),
    ["report", f"{COMPETENCIES}/case-worker.yaml", *(f"{HISTORY}/{record}.yaml" for record in ("first", "again", "appeal"))],
    ["sensitivity", *(f"{COMPETENCIES}/{job}.yaml" for job in ("case-worker", "new-post", "team-manager")), "--levels", "--level-uncertainty", "adjacent:0.2"],
    *([*command, "--scheme", f"{OF_THREE}/scheme.yaml"] for command in (
        *([command, f"{OF_THREE}/{job}.yaml"] for job in ("all-differ", "one-open", "fact-open") for command in ("explain", "report")),
        ["report", "../../tests/cases/68-classification/shared/jobs.csv"], ["sensitivity", "../../tests/cases/68-classification/shared/jobs.csv", "--levels"])),
    ["report", f"{OVERLAPS}/chosen.yaml", f"{OVERLAPS}/not-chosen.yaml", "--scheme", f"{OVERLAPS}/scheme.yaml"],
    ["compare", *JOBS], ["compare", *JOBS, "--audience", "panel"], ["score", *JOBS, "case-administrator.yaml"],
    ["report", *JOBS, "history/panel-2016-08.yaml", "history/appeal-2023.yaml"], ["report", "vlo.yaml", "--audience", "public", "--holders-known-to-be-several"],
    ["report", "--scheme", "nhs-afc", "../nhs-digital/jobs.csv"], ["report", "vlo.yaml", "history/appeal-2023.yaml", "--audience", "public", "--holders-known-to-be-several"],
    ["panel", "history", "--records", "."], ["panel", "history", "--records", ".", "--each"],
    ["panel", "history", "--records", ".", "--audience", "public"],
    ["appeal", "history", "--records", ".", "--holidays", "holidays-england-and-wales.yaml"],
    ["appeal", "history", "--records", ".", "--audience", "public"],
    ["sensitivity", *JOBS], ["sensitivity", *JOBS, "--region", "simplex"], ["sensitivity", *JOBS, "--region", "dirichlet"],
    ["sensitivity", *JOBS, "--levels", "--level-uncertainty", "adjacent:0.2"], ["sensitivity", *JOBS, "--floors"],
    ["sensitivity", *JOBS, "--joint", "--level-uncertainty", "adjacent:0.2", "--scenarios", "1000"],
    ["sensitivity", *JOBS, "--weight", "knowledge=20", "--weight-rest", "equal"], ["score", *JOBS, "--weight", "knowledge=20"],
    ["compare", *JOBS, "--weight", "knowledge=20"],
    ["sensitivity", *JOBS, "--pair", "vlo,po"], ["check", "."], ["check", "--show", "../../schemes/nnc-probation.yaml"],
    ["check", "--show", "../../schemes/opm-gssg.yaml"],
    *(["check", "--paths", *more, f"../../tests/trees/{folder}/scheme.yaml"] for folder, more in (("facts", []), ("probation", ["--max-paths", "4"]))), ["check", "--paths", "../../schemes/njc.yaml"],
    ["check", "--show", "../../tests/cases/62-local-agreements/shared/council.yaml", "../../tests/cases/62-local-agreements/shared/other-points.yaml"], ["test", "../../tests/worked"], ["batch", "run.ini", "--dry-run"],
]
FORMATS = ["text", "html"]


def run(words, language, *more):
    command = [JE, *words, "--language", language, *more]
    return subprocess.run(command, cwd=PROBATION, capture_output=True, text=True, timeout=120, check=False)


def entries(po):
    """The messages of a catalogue: its English, which are one or two, and their translations."""
    def unquoted(lines):
        return "".join(json.loads(line) for line in re.findall(r'"(?:[^"\\]|\\.)*"', lines))
    for block in re.split(r"\n\s*\n", po.read_text(encoding="utf-8")):
        parts = re.findall(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:"(?:[^"\\]|\\.)*"\s*)+)', block, re.M)
        english = [unquoted(text) for key, text in parts if key.startswith("msgid")]
        if english and english != [""]:
            yield english, [unquoted(text) for key, text in parts if key.startswith("msgstr")]


def gaps(text):
    """What is filled in, in the order of the English."""
    found = re.findall(r"\{(\d?)((?::[^}]*)?)\}", text)
    return sorted((int(number) if number else i, form) for i, (number, form) in enumerate(found))


def faults_of(po):
    count = 0
    for english, translations in entries(po):
        count += 1
        for translation in translations:
            if not translation:
                yield f"{po.name}: nothing for {english[0]!r}"
            elif gaps(translation) not in [gaps(one) for one in english]:
                yield f"{po.name}: other gaps than {english[0]!r} has: {translation!r}"
            elif english[0][:1] == " " and translation[:1] != " " or english[0][-1:] == " " and translation[-1:] != " ":
                yield f"{po.name}: a blank is lost at an end of {english[0]!r}"
    if count == 0:
        yield f"{po.name}: no message"


def missing(words, language):
    """The texts that a command has no words for, all of them."""
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMATS:
            # A command says which formats it has: usage errors are none of this test's business.
            output = pathlib.Path(folder) / "out"
            done = run(words, language, *([] if words[0] == "batch" else ["--format", form, "--output", str(output)]))
            if done.returncode == 2:
                raise SystemExit(f"{words}: {done.stderr}")
            found = re.search(r"lacks (?:it|them): (.*) \[JE-W02\]", done.stderr)
            if found:
                yield found.group(1)


def english_left(language):
    """What rules ask for and what was found are texts of a result, though its parts stand in the scheme: English left in them shows here."""
    for job in ("case-worker", "new-post"):
        rules = json_of(["explain", f"{COMPETENCIES}/{job}.yaml"], language)["rule_trace"]
        for condition in (one for rule in rules for one in rule["conditions"]):
            for text in (condition["text"], condition["found"]):
                if re.search(r"\b(level|factor|fact|least|most|above|below|and|more)\b", text):
                    yield f"English in {text!r}"


def json_of(words, language):
    done = run(words, language, "--format", "json")
    return json.loads(done.stdout) if done.stdout else None


def shape(value):
    """Keys and kinds of values, without the texts for people."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items() if key != "tool"}
    if isinstance(value, list):
        return [shape(one) for one in value]
    return type(value).__name__ if isinstance(value, str) else value


def main():
    catalogues = sorted((ROOT / "libje/catalogues").glob("*.po"))
    faults = [fault for po in catalogues for fault in faults_of(po)]
    for po in catalogues:
        lacking = [text for words in COMMANDS for text in missing(words, po.stem)]
        faults += [f"{po.stem}: no words for {text}" for text in dict.fromkeys(lacking)]
        faults += [f"{po.stem}: {text}" for text in english_left(po.stem)]
        for words in COMMANDS[:2] + [["panel", "history", "--records", "."], ["score", *JOBS]]:
            if shape(json_of(words, "en")) != shape(json_of(words, po.stem)):
                faults.append(f"{words}: JSON in {po.stem} differs in more than words")
        csv = [run(["score", *JOBS, "--format", "csv"], language).stdout for language in ("en", po.stem)]
        if not csv[0] or csv[0] != csv[1]:
            faults.append(f"CSV in {po.stem} is not that of English")
    print(*faults[:60], f"{len(catalogues)} catalogues, {len(faults)} faults", sep="\n")
    return 1 if faults or not catalogues else 0


sys.exit(main())
