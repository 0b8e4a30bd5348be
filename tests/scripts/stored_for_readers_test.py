# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""A report takes stored results for other readers than they were made for as they would be made afresh for its own: what is in it
is, value by value, what the command gives with the --audience of the report, and nothing of the record that this keeps back.

    stored_for_readers_test.py JE PROJECT
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

JE, PROJECT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "JE_SCHEME_PATH": str(PROJECT / "schemes")}
# The command, the key of the report that has its result, and the readers who may be shown it.
RESULTS = [
    ("explain vlo.yaml --holders-known-to-be-several", "explain", ("appellant", "union", "public", "panel")),
    ("compare vlo.yaml pso.yaml --holders-known-to-be-several", "compare", ("appellant", "union", "public", "panel")),
    ("score vlo.yaml pso.yaml --holders-known-to-be-several", "score", ("appellant", "union", "public")),
    ("sensitivity vlo.yaml --region simplex --holders-known-to-be-several", "sensitivity", ("appellant", "union", "public")),
    ("panel history/panel-2023.yaml --each --records .", "panels", ("appellant", "union", "public", "panel")),
]
PRIVATE = ["vlo.yaml", "pso.yaml", "panel-2023", "kept-aside"]  # names of files, which the public is not told


def je(*words):
    return subprocess.run([JE, *words], env=ENVIRONMENT, capture_output=True, text=True)


def without_making(value):
    """Without what says by which command a result was made."""
    if isinstance(value, dict):
        return {key: without_making(one) for key, one in value.items() if key not in ("tool", "format")}
    return [without_making(one) for one in value] if isinstance(value, list) else value


def check(words, key, readers):
    stored = f"kept-aside-{key}.json"
    pathlib.Path(stored).write_text(je(*words.split(), "--format", "json").stdout, encoding="utf-8")
    lead = [] if key == "score" else ["--job", "vlo"]
    report = je("report", stored, *lead, "--audience", readers, "--format", "json")
    fresh = je(*words.split(), "--audience", readers, "--format", "json")
    what = f"{words} for {readers}"
    if not report.stdout or not fresh.stdout:
        sys.exit(f"{what}: {report.stderr}{fresh.stderr}")
    part = json.loads(report.stdout)[key]
    part = part[0] if isinstance(part, list) else part
    alone = json.loads(fresh.stdout)
    if key == "panels":  # of one panel the command gives it alone
        part = part["panels"][0]
        alone = {name: alone[name] for name in part}
    if without_making(part) != without_making(alone):
        sys.exit(f"{what}: the report has another result than the command\n{part}\n{fresh.stdout}")
    page = je("report", stored, *lead, "--audience", readers, "--format", "html").stdout
    for text in PRIVATE if readers == "public" else []:
        if text in report.stdout or text in page:
            sys.exit(f"{what}: the public is told of '{text}'")


def refused(id, *words):
    done = je(*words)
    if done.returncode == 0 or done.stdout or f"[{id}]" not in done.stderr:
        sys.exit(f"je {' '.join(words)}: status {done.returncode}, no {id}\n{done.stderr}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PROJECT / "examples/probation", folder, dirs_exist_ok=True)
        os.chdir(folder)
        for words, key, all_readers in RESULTS:
            for readers in all_readers:
                check(words, key, readers)
        # One for some readers is for those and the public.
        words = RESULTS[0][0].split()
        pathlib.Path("union.json").write_text(je(*words, "--audience", "union", "--format", "json").stdout, encoding="utf-8")
        pathlib.Path("public.json").write_text(je(*words, "--audience=public", "--format", "json").stdout, encoding="utf-8")
        if je("report", "union.json", "--audience", "public").returncode != 0:
            sys.exit("a result for the union is refused to the public")
        refused("JE-M05", "report", "union.json", "--audience", "appellant")
        refused("JE-M05", "report", "union.json")
        refused("JE-M05", "report", "kept-aside-score.json", "--audience", "panel")
        refused("JE-M26", "report", "public.json", "--audience", "public")
        # A job that the public may not see stays unseen.
        pathlib.Path("single.json").write_text(je("explain", "pso.yaml", "--format", "json").stdout, encoding="utf-8")
        done = je("report", "single.json", "--audience", "public")
        if done.returncode == 0 or done.stdout:
            sys.exit("a job that is not known to have several holders is shown to the public")
    print("stored results serve a report as fresh ones do")


main()
