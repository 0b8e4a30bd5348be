#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Each command, in each format, on jobs in no band, not complete, at the lowest and at the highest total, under each shipped scheme.

A band table made for the scheme leaves a hole in the middle and one above its top; the scheme's own bands are used too. Nothing may
end by a signal, every result in JSON or CSV must be read back whole, and a job in no band must be told so.
"""
import concurrent.futures
import csv
import decimal
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

JE, SCHEMES = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
ONLY = sys.argv[3:]  # ids of schemes; all when none is named
STEP = decimal.Decimal("0.0001")  # the smallest part of a point
FORMATS = ["text", "markdown", "csv", "json"]
# What a scheme's rules must know before a job is complete.
FACTS = {"opm-gssg": {"special-situations": "0", "deputy": "yes"}}
runs, written = 0, 0


def je(*arguments, cwd):
    global runs
    runs += 1
    done = subprocess.run([JE, *map(str, arguments)], cwd=cwd, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemError(f"je {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout


def read_back(out, form, what):
    """The result in `out`, which must be one whole; what is in it, of one in JSON."""
    if not out:
        raise SystemError(f"{what}: nothing as {form}")
    if form == "csv":
        widths = {len(row) for row in csv.reader(io.StringIO(out), strict=True)}
        if len(widths) != 1:
            raise SystemError(f"{what}: rows of {sorted(widths)} cells")
    return json.loads(out) if form == "json" else None


def in_every_format(*arguments, cwd, formats=FORMATS):
    """Runs a command in each format, reads the results back, and gives the last, which is the one in JSON where there is one."""
    for form in formats:
        out = je(*arguments, "--quiet", "--format", form, cwd=cwd)
        result = read_back(out, form, f"je {' '.join(map(str, arguments))}")
    return result


def result_of(folder, section):
    """Reads back what a section of a run wrote in each format, and gives the last, which is the one in JSON."""
    global written
    for form, ending in zip(FORMATS, ("txt", "md", "csv", "json")):
        path = folder / f"{section}.{ending}"
        result = read_back(path.read_text(encoding="utf-8"), form, path)
        written += 1
    return result


def factors_of(scheme, folder):
    """Ids of factors and their levels, as the file to fill in lists them."""
    found, factor = [], None
    for line in je("new", "job", "--scheme", scheme, cwd=folder).splitlines():
        if match := re.fullmatch(r"  ([^ #:]+):", line):
            factor = match[1]
        if match := re.fullmatch(r"    # level: +# (?:may be left out beside answers: )?one of (.*)", line):
            found.append((factor, [level.strip('"') for level in match[1].split(", ")]))
    return found


def climb(factors):
    """Jobs from the lowest level of every factor to the highest, one level a step."""
    levels = [0] * len(factors)
    jobs = [list(levels)]
    while any(level + 1 < len(factors[f][1]) for f, level in enumerate(levels)):
        for f, level in enumerate(levels):
            if level + 1 < len(factors[f][1]):
                levels[f] += 1
                jobs.append(list(levels))
    return jobs


def write_jobs(path, scheme, factors, jobs):
    facts = FACTS.get(scheme, {})
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["id", *[f for f, _ in factors], *[f"fact:{fact}" for fact in facts]])
        for job, levels in jobs.items():
            cells = ["" if level is None else factors[f][1][level] for f, level in enumerate(levels)]
            rows.writerow([job, *cells, *facts.values()])


def totals_of(scheme, factors, jobs, folder):
    """Totals of the jobs that the scheme allows."""
    write_jobs(folder / "climb.csv", scheme, factors, {f"j{n}": levels for n, levels in enumerate(jobs)})
    rows = csv.DictReader(io.StringIO(je("score", "--scheme", scheme, "--quiet", "--format", "csv", "climb.csv", cwd=folder)))
    return {int(row["id"][1:]): decimal.Decimal(row["total"]) for row in rows if row["total"]}


def write_bands(path, low, hole, high, top, highest):
    path.write_text(f"""format: je-bands/1
id: holed
title: A table with two holes
edition: "1"
status: illustrative
owner: Nobody
sources: [{{id: own, title: Made up for a test}}]
bands:
  - source: own
    unbanded:
      - {{from: {hole}, to: {high - STEP}, reason: kept free}}
      - {{from: {top}, to: {highest}, reason: above the published range}}
    table:
      - {{id: low, floor: {low}, max: {hole - STEP}}}
      - {{id: high, floor: {high}, max: {top - STEP}}}
""", encoding="utf-8")


def write_panel(folder, name, factors, levels, scheme, date, stage):
    lines = [f"  {factor}: {{individual: {{A: \"{all_levels[level]}\"}}, agreed: \"{all_levels[level]}\"}}"
             for (factor, all_levels), level in zip(factors, levels) if level is not None]
    (folder / f"panel-{name}.yaml").write_text(f"""format: je-panel/1
id: {name}
job: job
scheme: {scheme}
date: {date}
stage: {stage}
panellists:
  - {{id: A, side: union, role: chair}}
factors:
""" + "\n".join(lines) + "\n", encoding="utf-8")


def write_appeal(folder, name, original, repanel, claim):
    factor, level = claim
    (folder / f"appeal-{name}.yaml").write_text(f"""format: je-appeal/1
id: {name}
kind: individual
brought_by: jobholders
job: job
original: {original}
""" + (f"repanel: {repanel}\n" if repanel else "") + f"""grounds:
  - {{kind: level, factor: {factor}, claim: "{level}", argument: More.}}
""", encoding="utf-8")


def write_worked(path, scheme, factors, jobs, bands):
    """Each job as a worked example that does not come out, so that what the job has instead is told."""
    facts = FACTS.get(scheme, {})
    cases = []
    for job, levels in jobs.items():
        stated = ", ".join(f'{f}: "{all_levels[level]}"' for (f, all_levels), level in zip(factors, levels) if level is not None)
        told = f"    facts: {{{', '.join(f'{fact}: {value}' for fact, value in facts.items())}}}\n" if facts else ""
        cases.append(f"  - name: {job}\n    levels: {{{stated}}}\n{told}    expect: {{total: 1}}\n    source: Made up for a test\n")
    path.write_text(f"format: je-test/1\nscheme: {scheme}\n" + ("bands: bands.yaml\n" if bands else "") + "cases:\n" + "".join(cases), encoding="utf-8")


def in_pairs(jobs):
    """Each job with the one before it, as if they were two versions of one."""
    return list(zip(list(jobs), list(jobs)[1:]))


def write_run_file(path, scheme, bands, jobs):
    path.write_text(f"[batch]\nscheme = {scheme}\n" + ("bands = bands.yaml\n" if bands else "")
                    + "format = text, markdown, csv, json\noutput = results\n[score]\nfiles = jobs.csv\n[compare]\nfiles = jobs.csv\n"
                    + "[sensitivity]\nfiles = complete.csv\nshard = 1/1\nmethod = sampled\nscenarios = 500\nformat = json\n"
                    + "[in-all-ways]\ncommand = sensitivity\nfiles = complete.csv\nweights = yes\nlevels = yes\nfloors = yes\nfactors = yes\nlevel-uncertainty = adjacent:0.2\n"
                    + "".join(f"[explain-{job}]\ncommand = explain\nfiles = jobs.csv\njob = {job}\nmax-factors = 2\n" for job in jobs)
                    + "".join(f"[diff-{new}]\ncommand = diff\nfiles = jobs.csv, jobs.csv\njob = {old}, {new}\n" for old, new in in_pairs(jobs)), encoding="utf-8")


def look_at(scheme, bands, factors, jobs, folder):
    """The commands on the jobs, as sections of one run, whose results are those of the commands alone; and those that check or repeat
    others. Gives each job explained."""
    write_run_file(folder / "run.ini", scheme, bands, jobs)
    je("batch", "run.ini", "--quiet", "--format", "json", cwd=folder)
    for form in ("text", "markdown"):
        je("batch", "run.ini", "--section", "score", "--quiet", "--format", form, cwd=folder)
    results = folder / "results"
    sections = {section: result_of(results, section) for section in ("score", "compare", "in-all-ways", *(f"explain-{job}" for job in jobs), *(f"diff-{new}" for _, new in in_pairs(jobs)))}
    assert sorted(path.stem for path in results.glob("*.json")) == sorted([*sections, "sensitivity"]), f"{scheme}: {sorted(results.iterdir())}"
    assert je("merge", "results/sensitivity.json", cwd=folder)
    in_every_format("verify", *(f"results/{name}.json" for name in sections if name != "in-all-ways"), cwd=folder, formats=["text", "markdown", "json"])
    for path in results.iterdir():
        path.unlink()

    in_every_format("check", "--scheme", scheme, *(["bands.yaml"] if bands else []), "jobs.csv", cwd=folder)
    write_worked(folder / "worked.yaml", scheme, factors, jobs, bands)
    told = in_every_format("test", "worked.yaml", cwd=folder, formats=["text", "markdown", "json"])
    assert told["failed"] == len(jobs), f"{scheme}: {told['failed']} worked examples failed"
    return {job: sections[f"explain-{job}"] for job in jobs}


def try_scheme(path, folder):
    scheme = path.stem
    folder.mkdir()
    factors = factors_of(scheme, folder)
    steps = climb(factors)
    totals = totals_of(scheme, factors, steps, folder)
    order = sorted(totals, key=lambda n: (totals[n], n))
    distinct = sorted(set(totals.values()))
    low, highest = distinct[0], distinct[-1]
    middle = len(distinct) // 2
    hole, high, top = distinct[middle], distinct[middle + 1], distinct[-2]
    assert low < hole < high < top < highest, f"{scheme}: too few totals"
    at = {totals[n]: n for n in reversed(order)}
    jobs = {"lowest": steps[at[low]], "in-hole": steps[at[hole]], "above-hole": steps[at[high]], "below-top": steps[at[top]],
            "highest": steps[at[highest]]}
    write_bands(folder / "bands.yaml", low, hole, high, top, highest)
    write_jobs(folder / "complete.csv", scheme, factors, jobs)
    jobs["open"] = [None, *jobs["in-hole"][1:]]
    write_jobs(folder / "jobs.csv", scheme, factors, jobs)
    in_every_format("new", "jobs", "--scheme", scheme, cwd=folder, formats=["csv"])

    explained = look_at(scheme, True, factors, jobs, folder)
    for job, band in {"lowest": "low", "in-hole": None, "above-hole": "high", "below-top": None, "highest": None}.items():
        got = explained[job]
        if got["complete"] and "band_rule" not in got and got["band"] != band:
            raise SystemError(f"{scheme}, job {job}: band {got['band']}, not {band}")
        if got["complete"] and band is None and "band_rule" not in got and not got["no_band"]:
            raise SystemError(f"{scheme}, job {job}: does not say why it is in no band")
    if scheme != "njc":  # it has no bands of its own
        look_at(scheme, False, factors, jobs, folder)

    records = folder / "records"
    records.mkdir()
    facts = "".join(f"  {fact}: {value}\n" for fact, value in FACTS.get(scheme, {}).items())
    (records / "job.yaml").write_text(f"format: je-job/1\nid: job\ntitle: A job\nscheme: {scheme}\n" + (f"facts:\n{facts}" if facts else "")
                                      + f"factors:\n  {factors[0][0]}: {{note: as the panels have it}}\n", encoding="utf-8")
    claim = (factors[0][0], factors[0][1][-1])
    for number, (job, levels) in enumerate(jobs.items()):
        write_panel(records, job, factors, levels, scheme, f"2026-01-{number + 1:02}", "evaluation")
        write_panel(records, job + "-again", factors, levels, scheme, f"2026-02-{number + 1:02}", "appeal")
    for job in jobs:
        write_appeal(records, job, job, None, claim)
    for job in ("lowest", "in-hole", "above-hole", "highest", "open"):
        for other in ("lowest", "in-hole", "above-hole", "highest", "open"):
            write_appeal(records, f"{job}-to-{other}", job, other + "-again", claim)
    for bands in ([], ["--bands", "../bands.yaml"]):
        if bands or scheme != "njc":
            in_every_format("panel", *bands, ".", cwd=records)
            in_every_format("appeal", *bands, ".", cwd=records)
            in_every_format("appeal", *bands, "appeal-in-hole.yaml", cwd=records)
            in_every_format("panel", *bands, "panel-highest.yaml", cwd=records)


def main():
    with tempfile.TemporaryDirectory() as work:
        with concurrent.futures.ThreadPoolExecutor(2) as two:
            tried = [two.submit(try_scheme, path, pathlib.Path(work) / path.stem) for path in sorted(SCHEMES.glob("*.yaml"))
                     if (path.stem in ONLY or not ONLY) and "\nmethod: classification" not in path.read_text(encoding="utf-8")]
            for one in tried:
                one.result()
    print(f"{runs} runs, {written} results of runs of several commands")
    assert runs > (250 if not ONLY else 40) and written > (600 if not ONLY else 70)


main()
