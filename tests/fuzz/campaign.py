#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Runs je over many damaged inputs and looks whether it keeps its promises, whatever it is given.

    campaign.py --je build/test/bin/je --count 50000 --seed 1 --jobs 2
    campaign.py --je build/test/bin/je --seed 1 --only 4711        # one of them again, kept to be looked at

Each input is a case of the tests or an example with one of its files damaged (mutations.py), run with its own arguments or with
others. Input i of a seed is the same wherever and in whatever order it is run. What is promised:

  - no signal; exit status 0 to 3; something is said when it is not 0, and no fault of je itself (JE-X11, JE-X12);
  - at most 10 seconds of one core and 1 GB (without --measure-nothing, which is for builds with sanitizers);
  - JSON that a strict reader takes (no NaN, no name twice), CSV with as many cells in each row, pages that are whole, drawings and
    workbooks that are well-formed, all text UTF-8;
  - inputs stay as they are, and no temporary file is left;
  - what a strict reader does not take as JSON is not verified or merged.

A run that breaks one is kept in a folder under --keep, with the command that makes it again.
"""
import argparse
import csv
import io
import json
import multiprocessing
import os
import pathlib
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import mutations  # noqa: E402
from support import cases  # noqa: E402

csv.field_size_limit(1 << 30)  # a long text that was put into a cell is no fault of CSV

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_SECONDS = 10
MOST_BYTES = 1_000_000_000
WALL_SECONDS = 600  # of a machine with other things to do

OPTION_VALUES = {
    "format": ["text", "markdown", "csv", "json", "html", "svg", "xlsx"], "language": ["en", "cy", "xx"], "scheme": ["nhs-afc", "njc", "nnc-probation", "opm-fes", "opm-gssg", "equal-value-demo", "tbs-fb", "tbs-sw"],
    "bands": ["FILE"], "as-of": ["2016-01-01", "2024-04-01", "1900-01-01", "2016-02-30"], "job": ["clerk", "vlo", "a", ""],
    "extra-columns": ["a,b", "holder"], "max-jobs": ["1", "1000"], "progress": ["always", "never"], "audience": ["panel", "appellant", "union", "public"],
    "scheme-path": ["."], "output": ["out.new"], "color": ["always", "never"], "max-file-size": ["1K", "128M"], "max-depth": ["3", "400"],
    "max-nodes": ["10", "100000"], "records": [".", "FILE"], "changes": ["all", "1", "50"], "max-factors": ["1", "3", "6"],
    "level-uncertainty": ["adjacent:0.1", "adjacent:10%", "adjacent:1", "FILE"], "floor-shift": ["1", "10", "0.5"], "anchor": ["clerk", "vlo=3"],
    "region": ["spread", "simplex", "dirichlet"], "spread": ["20%", "1", "0.0001"], "min-weight": ["1%", "0.05"], "concentration": ["10", "0.5"],
    "rescale": ["max", "none"], "method": ["exact", "sampled", "auto"], "scenarios": ["1", "100", "3000"], "seed": ["1"], "threads": ["1", "2"],
    "shard": ["1/2", "2/2", "0/2"], "draws": ["draws.new"], "pair": ["clerk,porter", "a,b"], "require": ["knowledge >= 2 * effort", "a >= 0"],
    "weight": ["knowledge=25", "group:skills=40%", "effort=0", "knowledge=0.25"], "weight-rest": ["equal", "in-proportion"], "weightings": ["FILE"],
    "holidays": ["FILE"], "date": ["2024-01-01"], "head": ["0" * 64, "FILE"], "in": ["."], "section": ["score"], "id": ["a", "\u0430"], "title": ["T", ""],
}


def cases_in(folder):
    """The cases of the tests that read files and that have words."""
    for case in map(cases.read, cases.below(ROOT / "tests" / folder)):
        if case.words and case.files:
            yield case


def some(folder, pattern):
    """The files of a pattern, at least one."""
    found = sorted(path for path in folder.glob(pattern) if path.is_file())
    if not found:
        raise ValueError(f"there is no {pattern} in {folder}")
    return found


def stories():
    """The examples, under the commands that they are for, and every worked example."""
    story = {p.relative_to(ROOT / "examples/probation").as_posix(): p.read_bytes()
             for p in some(ROOT / "examples/probation", "**/*")}
    for words in ("batch run.ini", "batch --dry-run run.ini", "panel history --records . --scheme nnc-probation", "check . --scheme nnc-probation",
                  "appeal history --records . --scheme nnc-probation --holidays holidays-england-and-wales.yaml",
                  "seal new.sealed vlo.yaml history/panel-2016-02.yaml"):
        yield story, shlex.split(words)
    for example in some(ROOT / "examples", "*/jobs.csv"):
        scheme = "nhs-afc" if "nhs" in example.parts[-2] else "opm-fes"
        for command in ("score", "explain", "compare", "sensitivity", "check"):
            yield {"jobs.csv": example.read_bytes()}, [command, "--scheme", scheme, "jobs.csv"]
    for worked in some(ROOT / "tests/worked", "*.yaml"):
        yield {worked.name: worked.read_bytes()}, ["test", worked.name]


def all_cases():
    """What is damaged, in kinds, each with how often it is taken. Most inputs are sound to begin with: damage to them goes deep."""
    golden, stored = [], []
    for case in cases_in("golden"):
        golden.append((case.files, case.words))
        result = case.expected.get("stdout", b"")
        if result.startswith(b'{"format":"je-'):
            stored.append(({**case.files, "stored.json": result}, ["verify", "stored.json"]))
    of_errors, of_faults = ([(case.files, case.words) for case in cases_in(folder)] for folder in ("errors", "cases"))
    return {"golden": (golden, 50), "stories": (list(stories()), 20), "stored": (stored, 8), "cases": (of_faults, 10), "errors": (of_errors, 12)}


class Campaign:
    """Makes the inputs. `options` are the options of each command, as je lists them."""

    def __init__(self, je, seed):
        self.seed = seed
        kinds = all_cases()
        self.kinds, self.shares = [cases for cases, _ in kinds.values()], [share for _, share in kinds.values()]
        every = [case for cases in self.kinds for case in cases]
        self.by_end = {}
        for files, _ in every:
            for name, data in files.items():
                self.by_end.setdefault(pathlib.PurePath(name).suffix, []).append(data)
        self.schemes = {path.stem: path.read_bytes() for path in some(ROOT / "schemes", "*.yaml")}
        self.options = {}
        for command in sorted({words[0] for _, words in every}):
            listed = subprocess.run([je, "--list-options", command], capture_output=True, text=True, check=False)
            self.options[command] = [line[2:].split() for line in listed.stdout.splitlines() if line != "--help"]

    def make(self, number):
        """Input `number`: its files, the words for je, and what was done to it."""
        chance = random.Random(f"{self.seed}:{number}")
        files, words = chance.choice(chance.choices(self.kinds, self.shares)[0])
        files, words = dict(files), list(words)
        self.take_in_scheme(chance, files, words)
        name = chance.choice(sorted(files))
        others = self.by_end[pathlib.PurePath(name).suffix]
        files[name], how = mutations.mutate(chance, files[name], others, name)
        if chance.random() < 0.5:
            words = self.other_words(chance, words, sorted(files))
        return files, words, f"{name}: {', '.join(how)}"

    def take_in_scheme(self, chance, files, words):
        """Now and then a shipped scheme lies beside the other files, to be damaged like them."""
        used = [name for name in self.schemes if name in words or any(name.encode() in data for data in files.values())]
        takes = any(option[0] == "scheme-path" for option in self.options.get(words[0], []))
        if not used or not takes or "--scheme-path" in words or chance.random() < 0.6:
            return
        name = chance.choice(used)
        files[f"{name}.yaml"] = self.schemes[name]
        words += ["--scheme-path", "."]

    def other_words(self, chance, words, files):
        if chance.random() < 0.25:
            command = chance.choice(sorted(self.options))
            operands = [word for word in words[1:] if word in files] or chance.sample(files, min(len(files), chance.choice([1, 1, 2, 3])))
            words = [command] + operands + ([operands[0]] if command == "seal" else [])
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            words = self.with_option(chance, words, files)
        return words

    def with_option(self, chance, words, files):
        options = self.options.get(words[0], [])
        if not options:
            return words
        name, *takes = chance.choice(options)
        if chance.random() < 0.5 and any(option[0] == "format" for option in options):
            name, takes = "format", ["FORMAT"]
        words = list(words)
        if f"--{name}" in words:
            at = words.index(f"--{name}")
            del words[at:at + (2 if takes else 1)]
        if not takes:
            return words + [f"--{name}"]
        value = chance.choice(OPTION_VALUES.get(name, ["a"]) + ([""] if chance.random() < 0.05 else []))
        return words + [f"--{name}", chance.choice(files) if value == "FILE" else value]


def lay_out(files, folder):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def content(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file() and not p.is_symlink()}


def run(je, words, folder, measured):
    """Exit status (negative: a signal), stdout, stderr, seconds of processor, bytes of memory."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (6 * MOST_SECONDS if measured else 600, 900))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if measured:
            resource.setrlimit(resource.RLIMIT_AS, (4 * MOST_BYTES, 4 * MOST_BYTES))
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "JE_SCHEME_PATH": str(ROOT / "schemes"), "TMPDIR": str(folder)}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen([je, *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment, preexec_fn=limit)
        signal.signal(signal.SIGALRM, lambda *_: child.send_signal(signal.SIGKILL))
        signal.alarm(WALL_SECONDS)
        _, status, used = os.wait4(child.pid, 0)
        signal.alarm(0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return child.returncode, out.read(), err.read(), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def each_name_once(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError("a name stands twice")
    return dict(pairs)


def no_constant(word):
    raise ValueError(f"{word} is no JSON")


def fault_of_json(data):
    try:
        json.loads(data.decode("utf-8"), object_pairs_hook=each_name_once, parse_constant=no_constant)
    except (ValueError, RecursionError) as e:
        return f"not JSON: {e}"
    return None


def fault_of_csv(data):
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    except (ValueError, csv.Error) as e:
        return f"not CSV: {e}"
    if len({len(row) for row in rows}) > 1:
        return f"rows of CSV with other numbers of cells: {sorted({len(row) for row in rows})}"
    return None


def value_of(words, option):
    for i, word in enumerate(words):
        if word == f"--{option}" and i + 1 < len(words):
            return words[i + 1]
        if word.startswith(f"--{option}="):
            return word.split("=", 1)[1]
    return None


def fault_of_xml(data):
    try:
        xml.etree.ElementTree.fromstring(data)
    except xml.etree.ElementTree.ParseError as e:
        return f"not XML: {e}"
    return ""


def fault_of_workbook(data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return "".join(fault_of_xml(book.read(name)) for name in book.namelist())
    except zipfile.BadZipFile as e:
        return f"no workbook: {e}"


def faults_of_result(data, form):
    if not data:
        return []
    if form == "json":
        return [fault_of_json(data)]
    if form == "csv":
        return [fault_of_csv(data)]
    if form == "xlsx":
        return [fault_of_workbook(data)]
    if form == "svg":
        return [fault_of_xml(data)]
    if form == "html" and not (data.startswith(b"<!DOCTYPE html>") and data.rstrip().endswith(b"</html>")):
        return ["a page without beginning or end"]
    try:
        data.decode("utf-8")
    except ValueError as e:
        return [f"not UTF-8: {e}"]
    return []


def faults_of_files(before, after, words):
    """What became of files: inputs changed, temporary files left, results of a run file that are not what their names say."""
    written = {value_of(words, "output"), value_of(words, "draws")} | ({next((w for w in words[1:] if not w.startswith("-")), "")} if words[0] == "seal" else set())
    faults = []
    if words[0] not in ("batch", "seal"):
        faults += [f"the input {name} was changed" for name in before if after.get(name) != before[name] and name not in written]
    for name in sorted(set(after) - set(before)):
        if re.search(r"\.(?=\w*[A-Z0-9])\w{6}$", name):
            faults.append(f"the temporary file {name} was left")
        if words[0] == "batch":
            faults += faults_of_result(after[name], pathlib.PurePath(name).suffix[1:])
    return faults


def takes_no_json(words, files, status):
    """Whether a file that is no JSON was verified or merged."""
    if words[0] not in ("verify", "merge") or status != 0:
        return []
    stored = {name: files[name].removeprefix(b"\xef\xbb\xbf") for name in words[1:] if name.endswith(".json") and name in files}
    return [f"{name} is taken, and is {fault_of_json(data)}" for name, data in stored.items() if fault_of_json(data)]


def judge(words, files, outcome, before, after, measured):
    status, out, err, seconds, memory = outcome
    said = err.decode("utf-8", "replace")
    output = value_of(words, "output")
    results = [out] + ([after[output]] if after.get(output) != before.get(output) else [])
    faults = []
    if status < 0:
        faults.append(f"ended by signal {-status}")
    elif status > 3:
        faults.append(f"exit status {status}")
    elif status != 0 and not err and not any(results):
        faults.append(f"exit status {status} without a word")
    faults += [f"a fault of je: {line}" for line in said.splitlines() if re.search(r"\[JE-X1[12]\]|Sanitizer|runtime error:|terminate called", line)]
    if measured and seconds > MOST_SECONDS:
        faults.append(f"{seconds:.1f} s")
    if measured and memory > MOST_BYTES:
        faults.append(f"{memory / 1e6:.0f} MB")
    form = value_of(words, "format")
    if words[0] == "merge":
        form = "json" if out[:1] == b"{" else None
    if any(word.split("=")[0] == "--shard" for word in words):
        form = "json"  # a shard is made for je merge, whatever format the result of all is to have
    for result in results:
        faults += faults_of_result(result, form if words[0] != "new" else None)
    faults += faults_of_files(before, after, words) + takes_no_json(words, files, status)
    return [fault for fault in faults if fault]


def keep_it(args, number, files, words, how, faults):
    folder = pathlib.Path(args.keep) / str(number)
    shutil.rmtree(folder, ignore_errors=True)
    lay_out(files, folder)
    command = f"cd {folder} && JE_SCHEME_PATH={ROOT}/schemes {args.je} {shlex.join(words)}"
    (folder / "how.txt").write_text(f"{how}\n{command}\n" + "".join(f"  {fault}\n" for fault in faults), errors="replace")
    return command


def try_one(number):
    args, campaign = STATE
    files, words, how = campaign.make(number)
    work = pathlib.Path(tempfile.mkdtemp(prefix="je-campaign-", dir=args.work))
    try:
        lay_out(files, work)
        before = content(work)
        outcome = run(args.je, words, work, not args.measure_nothing)
        faults = judge(words, files, outcome, before, content(work), not args.measure_nothing)
    except (OSError, ValueError) as e:  # a NUL in a word, a name too long: nothing that je was given
        return number, 0, 0, 0, "", how, [] if isinstance(e, ValueError) else [str(e)]
    finally:
        shutil.rmtree(work, ignore_errors=True)
    command = keep_it(args, number, files, words, how, faults) if faults or args.only is not None else ""
    return number, outcome[0], outcome[3], outcome[4], command, how, faults


STATE = None


def begin(args):
    global STATE
    STATE = (args, Campaign(args.je, args.seed))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--je", required=True, type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", type=int, help="this input alone")
    parser.add_argument("--keep", default="build/campaign", help="where inputs with faults are kept")
    parser.add_argument("--work", default=tempfile.gettempdir(), help="where je is run")
    parser.add_argument("--measure-nothing", action="store_true", help="for builds with sanitizers")
    return parser.parse_args()


def main():
    args = arguments()
    numbers = [args.only] if args.only is not None else range(args.first, args.first + args.count)
    started, failed, slowest, largest, statuses = time.time(), 0, (0, 0), (0, 0), {}
    with multiprocessing.Pool(args.jobs, begin, (args,)) as pool:
        for number, status, seconds, memory, command, how, faults in pool.imap_unordered(try_one, numbers, chunksize=8):
            statuses[status] = statuses.get(status, 0) + 1
            slowest, largest = max(slowest, (seconds, number)), max(largest, (memory, number))
            failed += bool(faults)
            if faults or args.only is not None:
                print(f"input {number} of seed {args.seed} ({how}): {'; '.join(faults) or 'keeps its promises'}\n  {command}", flush=True)
    counts = ", ".join(f"{n} with status {status}" for status, n in sorted(statuses.items()))
    print(f"{len(numbers)} inputs in {time.time() - started:.0f} s: {counts}; slowest {slowest[0]:.1f} s (input {slowest[1]}), "
          f"largest {largest[0] / 1e6:.0f} MB (input {largest[1]}); {failed} broke a promise")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
