#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Runs each command on inputs as large as docs/limits.md lets them be, and says which take over 10 seconds of one core or 1 GB.

    large.py --je build/test/bin/je                 # every input, some minutes
    large.py --je build/test/bin/je title slips     # those whose names hold one of these words

An input may be refused (its error ids are shown); it may not end by a signal, nor say nothing.
"""
import argparse
import pathlib
import re
import shlex
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from campaign import MOST_BYTES, MOST_SECONDS, lay_out, run

INPUTS = {}


def large(function):
    INPUTS[function.__name__.replace("_", "-")] = function
    return function


def scheme(factors, levels, points=lambda f, l: (l + 1) * (f + 3), bands=8, more="", name="s", title="S", level_more=""):
    highest = sum(points(f, levels - 1) for f in range(factors))
    lines = [f"format: je-scheme/1\nid: {name}\ntitle: {title}\nedition: '1'\nstatus: illustrative\nsources: [{{id: own, title: Own}}]\nfactors:"]
    for f in range(factors):
        lines.append(f"  - id: f{f}\n    name: F{f}\n    levels:")
        lines += [f"      - {{id: l{level}, points: {points(f, level)}{level_more}}}" for level in range(levels)]
    lines.append("bands:\n  - source: own\n    open_ended: true\n    table:")
    lines += [f"      - {{id: b{b}, floor: {int(highest) * b // bands}}}" for b in range(bands)]
    return "\n".join(lines) + "\n" + more


def sheet(factors, levels, jobs, title="T"):
    rows = ["id,title," + ",".join(f"f{f}" for f in range(factors))]
    rows += [f"j{j},{title}," + ",".join(f"l{(j * 7 + f * 3) % levels}" for f in range(factors)) for j in range(jobs)]
    return "\n".join(rows) + "\n"


def files(**named):
    return {name.replace("__", "/").replace("_", "."): text.encode() for name, text in named.items()}


def with_commands(named, *commands):
    return [(named, shlex.split(command)) for command in commands]


@large
def require():
    """Factors and requirements at the bound, and as many jobs as it lets in."""
    for n, r, jobs in ((20, 20, 44), (16, 2, 700), (60, 6, 30), (200, 2, 1), (100, 4, 10), (7, 57, 100), (4, 100, 400), (40, 10, 60), (400, 1, 1)):
        wide = files(s_yaml=scheme(n, 5), j_csv=sheet(n, 5, jobs))
        asked = " ".join(f'--require "f{k % n} + f{(k * 3 + 1) % n} <= 0.{90 - k % 50}"' for k in range(r))
        yield from with_commands(wide, f"sensitivity --weights --region simplex --scheme ./s.yaml j.csv --scenarios 1000 {asked}",
                                 f"sensitivity --weights --region spread --spread 50% --scheme ./s.yaml j.csv --scenarios 1000 {asked}")


@large
def title():
    """One long text in the middle of many rows."""
    for length, jobs in ((1_000_000, 5000), (100_000, 300), (3_000, 5000)):
        rows = sheet(5, 4, jobs).splitlines()
        rows[3] = rows[3].replace(",T,", f",{'long ' * (length // 5)},")
        named = files(s_yaml=scheme(5, 4), j_csv="\n".join(rows) + "\n")
        for form in ("text", "markdown", "csv", "json", "html"):
            yield from with_commands(named, *(f"{command} --scheme ./s.yaml j.csv --format {form}" for command in ("score", "check", "sensitivity")))
        few = files(s_yaml=scheme(5, 4), j_csv="\n".join(rows[:40]) + "\n")
        for form in ("text", "markdown", "csv", "json", "html"):
            yield from with_commands(few, *(f"{command} --scheme ./s.yaml j.csv --format {form}" for command in ("explain --job j2", "compare")))
    named = files(s_yaml=scheme(5, 4, title="T" * 1_000_000), j_csv=sheet(5, 4, 2000))
    yield from with_commands(named, *(f"{command} --scheme ./s.yaml j.csv --format {form}" for command in ("score", "sensitivity", "check") for form in ("text", "json", "csv", "html")))


@large
def many_jobs():
    named = files(j_csv=sheet(7, 3, 20000), s_yaml=scheme(7, 3))
    for command in ("explain --job j1", "check", "score", "sensitivity --weights", "sensitivity --factors", "sensitivity --floors", "sensitivity --levels",
                    "sensitivity --joint --scenarios 1000", "sensitivity --weights --central --scenarios 1000"):
        yield from with_commands(named, f"{command} --scheme ./s.yaml j.csv --format csv")
    yield from with_commands(files(j_csv=sheet(7, 3, 100), s_yaml=scheme(7, 3)), "compare --scheme ./s.yaml j.csv")


@large
def wide():
    """Schemes as large as they may be."""
    for n, levels, jobs in ((500, 200, 3), (500, 8, 50), (60, 200, 50), (30, 30, 100), (16, 8, 1000)):
        named = files(s_yaml=scheme(n, levels), j_csv=sheet(n, levels, jobs))
        for command in ("check s.yaml", "score --scheme ./s.yaml j.csv", "explain --scheme ./s.yaml j.csv --job j1", "explain --scheme ./s.yaml j.csv --job j1 --max-factors 6 --changes all",
                        "explain --scheme ./s.yaml j.csv --job j1 --max-factors 2 --changes all --format json",
                        "sensitivity --scheme ./s.yaml j.csv", "sensitivity --levels --scheme ./s.yaml j.csv", "sensitivity --levels --level-uncertainty adjacent:20% --scheme ./s.yaml j.csv",
                        "sensitivity --floors --scheme ./s.yaml j.csv", "sensitivity --factors --scheme ./s.yaml j.csv", "compare --scheme ./s.yaml j.csv",
                        "new job --scheme ./s.yaml", "new jobs --scheme ./s.yaml", "sensitivity --joint --level-uncertainty adjacent:20% --scenarios 2000 --scheme ./s.yaml j.csv"):
            yield from with_commands(named, command)


@large
def fine_points():
    """Points with four digits after the point: as many reachable totals as can be."""
    for n, levels in ((16, 8), (60, 20), (200, 10)):
        named = files(s_yaml=scheme(n, levels, points=lambda f, l: (l + 1) * 1000 + (f * 7919 + l * 104729) % 10000 / 10000),
                      j_csv=sheet(n, levels, 20))
        yield from with_commands(named, "check s.yaml", "explain --scheme ./s.yaml j.csv --job j1", "sensitivity --levels --floors --level-uncertainty adjacent:10% --scheme ./s.yaml j.csv",
                                 "sensitivity --scheme ./s.yaml j.csv", "sensitivity --joint --floor-shift 5 --scenarios 1000 --scheme ./s.yaml j.csv")
        panel = panel_of(n, levels, 4)
        yield from with_commands({**named, **files(p_yaml=panel, job_yaml=questionnaire(n))}, "panel --scheme ./s.yaml p.yaml")


def questionnaire(n, levels=None):
    return "format: je-job/1\nid: job\ntitle: J\nscheme: s\nfactors:\n" + "".join(
        f"  f{f}: {{{'level: l1' if levels else 'note: none'}}}\n" for f in range(n))


def panel_of(n, levels, people, name="p", date="2024-01-01", stage="evaluation", note=""):
    lines = [f"format: je-panel/1\nid: {name}\njob: job\nscheme: s\nedition: '1'\ndate: {date}\nstage: {stage}\npanellists:"]
    lines += [f"  - {{id: p{p}, side: {('union', 'management')[p % 2]}, role: {'chair' if p == 0 else 'member'}}}" for p in range(people)]
    lines.append("factors:")
    for f in range(n):
        given = ", ".join(f"p{p}: l{(p * 5 + f) % levels}" for p in range(people))
        lines.append(f"  f{f}: {{individual: {{{given}}}, agreed: l{f % levels}{note}}}")
    return "\n".join(lines) + "\n"


@large
def panels():
    for n, levels, people in ((16, 8, 2000), (500, 8, 100), (16, 200, 1000), (5, 4, 20000)):
        named = files(s_yaml=scheme(n, levels), p_yaml=panel_of(n, levels, people), job_yaml=questionnaire(n))
        for form in ("text", "csv", "json", "html"):
            yield from with_commands(named, f"panel --scheme ./s.yaml p.yaml --format {form}", f"panel --scheme ./s.yaml p.yaml --format {form} --audience appellant")
    many = {f"r/p{k}.yaml": panel_of(7, 4, 6, f"p{k}", f"20{10 + k % 14}-0{1 + k % 9}-{10 + k % 18}").encode() for k in range(2000)}
    many |= files(s_yaml=scheme(7, 4)) | {"r/job.yaml": questionnaire(7).encode()}
    for form in ("text", "csv", "json", "html"):
        yield from with_commands(many, f"panel --scheme ./s.yaml r --format {form}", f"panel --scheme ./s.yaml r --each --format {form}")


@large
def appeals():
    chain = {f"r/p{k}.yaml": panel_of(7, 4, 6, f"p{k}", f"20{10 + k // 300}-{1 + k // 28 % 12:02}-{1 + k % 28:02}", "appeal" if k else "evaluation").encode() for k in range(1500)}
    chain |= {f"r/a{k}.yaml": f"format: je-appeal/1\nid: a{k}\nkind: individual\nbrought_by: jobholders\njob: job\noriginal: p{k}\nrepanel: p{k + 1}\ngrounds:\n  - {{kind: level, factor: f1, claim: l2, argument: More.}}\n".encode()
              for k in range(1499)}
    chain |= files(s_yaml=scheme(7, 4)) | {"r/job.yaml": questionnaire(7).encode()}
    for form in ("text", "csv", "json", "html"):
        yield from with_commands(chain, f"appeal --scheme-path . r --format {form}")
    yield from with_commands(chain, "check --scheme ./s.yaml r")
    grounds = "".join(f"  - {{kind: level, factor: f{k % 300}, claim: l{k % 8}, argument: {'More ' * 20}}}\n" for k in range(300))
    wide = files(s_yaml=scheme(300, 8), r__p_yaml=panel_of(300, 8, 6), r__q_yaml=panel_of(300, 8, 6, "q", "2024-02-01", "appeal"), r__job_yaml=questionnaire(300),
                 r__a_yaml=f"format: je-appeal/1\nid: a\nkind: individual\nbrought_by: jobholders\njob: job\noriginal: p\nrepanel: q\ngrounds:\n{grounds}")
    for form in ("text", "csv", "json", "html"):
        yield from with_commands(wide, f"appeal --scheme-path . r --format {form}", f"appeal --scheme-path . r --changes 100000 --format {form}")


@large
def rules():
    """Facts, modifiers, constraints and band rules, as many as there may be."""
    facts = "facts:\n" + "".join(f"  - {{id: k{k}, name: K{k}, kind: number}}\n" for k in range(1000))
    modifiers = "modifiers:\n" + "".join(f"  - {{id: m{k}, factor: f{k % 3}, fact: k{k}, at_least: 3, raise: 1, from_levels: [l{k % 150}, l{k % 150 + 1}], ceiling: l199, summary: Up, source: own}}\n" for k in range(1000))
    named = files(s_yaml=scheme(6, 200, more=facts + modifiers), j_csv=sheet(6, 200, 200))
    yield from with_commands(named, "check s.yaml", "score --scheme ./s.yaml j.csv", "explain --scheme ./s.yaml j.csv --job j1", "sensitivity --scheme ./s.yaml j.csv",
                             "sensitivity --levels --scheme ./s.yaml j.csv")
    for n, each in ((60, 2), (12, 12)):
        ties = "constraints:\n" + "".join(
            f"  - {{id: c{k}, severity: error, when: [{{factor: f{k % n}, at_least: l3}}], require: [{{factor: f{(k * each + 1 + k // n) % n}, at_least: l2}}], message: No}}\n" for k in range(1000)
            if k % n != (k * each + 1 + k // n) % n)
        named = files(s_yaml=scheme(n, 6, more=ties), j_csv=sheet(n, 6, 50))
        yield from with_commands(named, "check s.yaml", "score --scheme ./s.yaml j.csv", "explain --scheme ./s.yaml j.csv --job j1", "sensitivity --levels --scheme ./s.yaml j.csv",
                                 "explain --scheme ./s.yaml j.csv --job j3 --max-factors 6 --changes all --format csv")


@large
def questions():
    """As many questions and options as there may be: in a chain, round a loop, over facts that are asked once or always, and wide."""
    def tree(lines, facts=""):
        return (f"format: je-scheme/1\nid: s\ntitle: S\nedition: '1'\nstatus: illustrative\nfacts:\n  - {{id: n, name: N, kind: number, ask: A, help: H}}\n{facts}factors:\n"
                "  - id: f\n    name: F\n    levels: [{id: '1', points: 10}, {id: '2', points: 20}]\n    questions:\n" + "\n".join(f"      {line}" for line in lines)
                + "\nbands: [{open_ended: true, table: [{id: A, floor: 0}, {id: B, floor: 20}]}]\n")

    def chain(count, end, asked=lambda k: "ask: A, help: H"):
        on = [f"next: q{k + 1}" for k in range(count - 1)] + [end]
        return [f"q{k}: {{{asked(k)}, options: {{no: {{level: 1}}, yes: {{{on[k]}}}}}}}" for k in range(count)]
    wide = [f"q{k}: {{fact: n, options: {{" + ", ".join(f"o{i}: {{{f'from: {i}, ' if i else ''}{f'below: {i + 1}, ' if i < 199 else ''}{f'next: q{k + 1}' if i and k < 299 else f'level: {k % 2 + 1}'}}}" for i in range(200)) + "}}"
            for k in range(300)]
    many = "".join(f"  - {{id: y{k}, name: Y{k}, kind: several, ask: A, help: H, choices: [{', '.join('abcdefghijklmnop')}]}}\n" for k in range(990))
    counted = [f"q{k}: {{fact: y{k % 990}, of: [{'abcdefghijklmnop'[k // 990]}], options: {{none: {{below: 1, level: 1}}, one: {{from: 1, {f'next: q{k + 1}' if k < 9999 else 'level: 2'}}}}}}}" for k in range(10000)]
    for lines, facts in ((chain(10000, "level: 2"), ""), (chain(10000, "next: q0"), ""), (chain(10000, "level: 2", lambda k: "fact: once"), "  - {id: once, name: O, kind: yes-no}\n"), (wide, ""),
                         (counted, many), (chain(10001, "level: 2"), "")):
        yield from with_commands(files(s_yaml=tree(lines, facts)), "check s.yaml")


@large
def dimensions():
    """A matrix of eight dimensions and 100,000 cells, and percentages of it; one of more is refused."""
    sides = [5, 5, 5, 5, 5, 4, 4, 2]
    for levels, command in ((sides, True), ([*sides[:-1], 3], False)):
        factors = [f"  - {{id: d{i}, name: D{i}, levels: [{', '.join(f'{{id: {chr(34)}{k}{chr(34)}}}' for k in range(1, n + 1))}]}}" for i, n in enumerate(levels)]

        def cells(i, sum_before):
            if i + 1 == len(levels):
                return "[" + ", ".join(str(sum_before + k * 2**i) for k in range(levels[i])) + "]"
            return "{" + ", ".join(f'"{k + 1}": {cells(i + 1, sum_before + k * 2**i)}' for k in range(levels[i])) + "}"
        share = "  - {id: share, name: Share, percent_of: all, rounding: {to: 1, mode: half-up}, levels: [{id: '1', percent: 10}, {id: '2', percent: 25}]}"
        body = ["format: je-scheme/1\nid: s\ntitle: S\nedition: '1'\nstatus: illustrative\nfactors:", *factors, share, "matrices:",
                f"  - id: all\n    name: All\n    dimensions: [{', '.join(f'd{i}' for i in range(len(levels)))}]\n    cells: {cells(0, 10)}",
                "bands: [{open_ended: true, table: [{id: A, floor: 0}, {id: B, floor: 400}]}]"]
        rows = ["id,title," + ",".join(f"d{i}" for i in range(8)) + ",share", "j1,J,1,2,3,4,5,1,2,1,1", "j2,J,1,,3,,5,,2,,1"]
        named = files(s_yaml="\n".join(body) + "\n", j_csv="\n".join(rows) + "\n")
        yield from with_commands(named, "check s.yaml", *(("score --scheme ./s.yaml j.csv", "explain --scheme ./s.yaml j.csv --job j1", "sensitivity --levels --scheme ./s.yaml j.csv") if command else ()))


@large
def slips():
    """Files of many lines, each with a slip."""
    line = {"curly": "a{}: “text”\n", "tab": "\ta{}: x\n", "colonless": "a{} x\n", "quote": 'a{}: "text\n', "after": 'a{}: "text" more\n', "nbsp": "\u00a0a{}: x\n",
            "dash": "a{}: −3\n", "deep": "{}- - - x\n", "comment": "a{}: x #y\n", "flow": "a{}: [x, “y”\n", "brace": "a{}: {{x\n", "block": "a{}: |x\n", "colon": "a{}: b: c\n",
            "cr": "a{}: x\r", "mixed": "“a{}”: 'x\n", "list": "- a{}\n", "indent": " a{}: “x\n"}
    for name, text in line.items():
        body = "".join(text.replace("{}", str(k), 1).replace("{{", "{") for k in range(100_000))
        for begin in ("format: je-job/1\n", "format: je-job/1\nfactors:\n", ""):
            yield {f"{name}.yaml": (begin + body).encode()}, ["check", f"{name}.yaml"]
        yield {f"{name}.yaml": ("format: je-job/1\n" + body.replace("\n", " ")).encode()}, ["check", f"{name}.yaml", "--format", "json"]
        yield {f"{name}.csv": body.encode()}, ["score", "--scheme", "njc", f"{name}.csv"]
        yield {f"{name}.ini": ("[batch]\n" + body).encode()}, ["batch", f"{name}.ini"]


@large
def yaml_values():
    """A million values, long values, deep values."""
    many = "format: je-job/1\nid: a\nfactors:\n" + "".join(f"  k{k}: {{level: 1}}\n" for k in range(300_000))
    yield {"a.yaml": many.encode()}, ["check", "a.yaml"]
    yield {"a.yaml": many.encode()}, ["score", "--scheme", "njc", "a.yaml"]
    yield {"a.yaml": ("format: je-job/1\nid: " + "a" * 60_000_000 + "\n").encode()}, ["check", "a.yaml"]
    yield {"a.yaml": ("format: je-job/1\nid: \"" + "\\u202e" * 5_000_000 + "\"\n").encode()}, ["check", "a.yaml"]
    yield {"a.yaml": ("format: je-job/1\nid: " + "[" * 1_000_000).encode()}, ["check", "a.yaml"]
    yield {"a.yaml": ("format: je-job/1\n" + "- " * 1_000_000).encode()}, ["check", "a.yaml"]
    yield {"a.yaml": ("format: je-job/1\nid: " + "&a " * 1_000_000).encode()}, ["check", "a.yaml"]
    yield {"a.yaml": ("format: je-job/1\nid: |\n" + "  line of text\n" * 3_000_000).encode()}, ["check", "a.yaml"]
    yield {"a.yaml": ("# c\n" * 15_000_000).encode()}, ["check", "a.yaml"]
    yield {"a.yaml": b"\n" * 64_000_000}, ["check", "a.yaml"]
    yield {"a.yaml": b"\x00" * 64_000_000}, ["check", "a.yaml"]
    yield {"a.yaml": b"\xff\xfe" + b"a\x00" * 30_000_000}, ["check", "a.yaml"]
    yield {"a.yaml": b"\x93" * 64_000_000}, ["check", "a.yaml"]
    yield {"a.yaml": "é".encode() * 30_000_000}, ["check", "a.yaml"]
    yield {"a.yaml": "\u200b".encode() * 20_000_000}, ["check", "a.yaml"]
    alike = "format: je-scheme/1\nid: s\ntitle: S\nedition: '1'\nstatus: illustrative\nfacts:\n" + "".join(f"  - {{id: \"f{chr(0x430)}{k}\", name: N{k}, kind: number}}\n" for k in range(1000))
    yield {"a.yaml": alike.encode()}, ["check", "a.yaml"]
    jobs = {f"r/j{k}.yaml": f"format: je-job/1\nid: job{k}\ntitle: T\nscheme: s\nfactors:\n  f0: {{level: l1}}\n  f1: {{level: l0}}\n".encode() for k in range(20_000)}
    yield {**jobs, "s.yaml": scheme(2, 3).encode()}, ["check", "--scheme", "./s.yaml", "r"]
    yield {**jobs, "s.yaml": scheme(2, 3).encode()}, ["score", "--scheme", "./s.yaml", "r"]


@large
def csv_shapes():
    s = scheme(5, 4).encode()
    head = b"id,title,f0,f1,f2,f3,f4\n"
    for name, data in {"one-line": b"id," * 20_000_000, "quotes": b'"' * 60_000_000, "open-quote": head + b'a,"' + b"x" * 60_000_000, "commas": head + b"," * 60_000_000,
                       "newlines": head + b"\n" * 60_000_000, "bad-rows": head + b"a,b\n" * 5_000_000, "bad-levels": head + b"a,b,x,x,x,x,x\n" * 1_000_000,
                       "same-id": head + b"a,b,l0,l1,l2,l3,l0\n" * 1_000_000, "wide": b"id,title,f0,f1,f2,f3,f4" + b",x" * 500_000 + b"\nj,t,l0,l1,l2,l3,l0" + b",y" * 500_000 + b"\n",
                       "titles-above": b"A title\n" * 1_000_000 + head + b"j,t,l0,l1,l2,l3,l0\n", "semicolons": b"sep=;\n" + head.replace(b",", b";") + b"j;t;l0;l1;l2;l3;l0\n" * 500_000,
                       "nul": b"\x00" * 60_000_000, "latin": head + b"\xe9,t,l0,l1,l2,l3,l0\n" * 1_000_000, "odd": head + "j\u202e,t,l0,l1,l2,l3,l0\n".encode() * 300_000,
                       "alike": head + b"".join(f"j\u0430{k},t,l0,l1,l2,l3,l0\n".encode() for k in range(300_000))}.items():
        for command in ("score --keep-columns" if name == "wide" else "score", "check", "explain --job j1"):
            yield {"s.yaml": s, f"{name}.csv": data}, shlex.split(f"{command} --scheme ./s.yaml {name}.csv --format csv" if command != "check" else f"check --scheme ./s.yaml {name}.csv")


@large
def run_files():
    s = files(s_yaml=scheme(5, 4), j_csv=sheet(5, 4, 10))
    for name, text in {"sections": "[batch]\nscheme = ./s.yaml\n" + "".join(f"[s{k}]\ncommand = score\nfiles = j.csv\n" for k in range(5000)),
                       "files": "[batch]\nscheme = ./s.yaml\n[score]\nfiles = " + ", ".join(["j.csv"] * 100_000) + "\n",
                       "keys": "[batch]\n" + "".join(f"k{k} = v\n" for k in range(1_000_000)), "names": "".join(f"[s{k}]\n" for k in range(1_000_000)), "long": "[batch]\ntitle = " + "x" * 60_000_000,
                       "formats": "[batch]\nscheme = ./s.yaml\n[score]\nfiles = j.csv\nformat = " + ", ".join(["csv"] * 100_000) + "\n"}.items():
        yield {**s, "run.ini": text.encode()}, ["batch", "run.ini", "--dry-run", "--output", "out"]


    for gap in (0, 165):
        text = "{" + ", ".join(f'"s{k}": {{"command": "score"{" " * gap}}}' for k in range(4990)) + ', "batch": {"files": "j.csv", "scheme": "./s.yaml"}}'
        yield {**s, "run.json": text.encode()}, ["batch", "run.json", "--dry-run", "--output", "out"]


@large
def bad_rows():
    """As many bad rows as a file holds: what is wrong with them is told of the first thousand."""
    head = "id,title," + ",".join(f"f{f}" for f in range(7)) + "\n"
    for row in ("j{0},T,q,q,q,q,q,q,q", "x,T,l0,l0,l0,l0,l0,l0,l0", ",T,l0,l0,l0,l0,l0,l0,l0", 'j{0},T"x,l0,l0,l0,l0,l0,l0,l0', "j{0},T,l0", "j{0},,,,,,,,",
                "Total,,,,,,,,", 'j{0},"T\na,l0,l0,l0,l0,l0,l0,l0\nb",l0,l0,l0,l0,l0,l0,l0'):
        named = files(s_yaml=scheme(7, 8), j_csv=head + "".join(row.format(k) + "\n" for k in range(1_000_000)))
        yield from with_commands(named, *(f"{command} --scheme ./s.yaml j.csv --format csv" for command in ("check", "score", "compare")))


@large
def stored():
    for name, text in {"nested": '{"format":"je-score/1","a":' + "[" * 10_000_000, "numbers": '{"format":"je-score/1","a":[' + "1," * 20_000_000 + "1]}",
                       "keys": '{"format":"je-score/1"' + "".join(f',"k{k}":1' for k in range(3_000_000)) + "}", "text": '{"format":"je-score/1","a":"' + "x" * 60_000_000 + '"}',
                       "spaces": '{"format":"je-score/1"}' + " " * 60_000_000, "digits": '{"format":"je-score/1","a":' + "9" * 60_000_000 + "}"}.items():
        yield {"r.json": text.encode()}, ["verify", "r.json"]
        yield {"r.json": text.encode(), "q.json": text.encode()}, ["merge", "r.json", "q.json"]
    log = "".join('{"n":%d,"file":"a","sha256":"%s","previous":"%s"}\n' % (k, "0" * 64, "0" * 64) for k in range(300_000))
    yield {"l.sealed": log.encode(), "a": b"a"}, ["verify", "l.sealed"]
    yield {"l.sealed": log.encode(), "a": b"a"}, ["seal", "l.sealed", "a"]


@large
def uncertainty():
    for n, levels, jobs in ((16, 8, 300), (60, 20, 20), (500, 8, 5)):
        chances = "format: je-uncertainty/1\nscheme: s\nlevels:\n" + "".join(f"  f{f}: {{l0: 0.5, l1: 0.25, l2: 0.25}}\n" for f in range(n))
        named = files(s_yaml=scheme(n, levels), j_csv=sheet(n, levels, jobs), u_yaml=chances)
        for u in ("u.yaml", "adjacent:10%", "adjacent:0.0001,ends=stay"):
            yield from with_commands(named, f"sensitivity --levels --level-uncertainty {u} --scheme ./s.yaml j.csv")
    holidays = "format: je-holidays/1\nid: h\ntitle: H\nholidays:\n" + "".join(f"  - {{date: {1900 + k // 365}-01-{1 + k % 28:02}, name: H}}\n" for k in range(100_000))
    yield from with_commands({**files(s_yaml=scheme(7, 4), p_yaml=panel_of(7, 4, 4), h_yaml=holidays, job_yaml=questionnaire(7))}, "panel --scheme ./s.yaml p.yaml --holidays h.yaml", "check h.yaml")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--je", required=True, type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--from", dest="least", type=float, default=1.0, help="show runs that take at least so many seconds, or refuse")
    parser.add_argument("words", nargs="*")
    args = parser.parse_args()
    over = runs = 0
    for name, make in INPUTS.items():
        if args.words and not any(word in name for word in args.words):
            continue
        last, folder = None, None
        for named, words in make():
            if named is not last:
                folder = tempfile.TemporaryDirectory(prefix="je-large-")
                lay_out(named, pathlib.Path(folder.name))
                last = named
            status, out, err, seconds, memory = run(args.je, words, folder.name, True)
            runs += 1
            bad = status < 0 or status > 3 or seconds > MOST_SECONDS or memory > MOST_BYTES or (status and not err and not out)
            over += bad
            ids = ",".join(sorted(set(re.findall(r"\[(JE-[A-Z]\d+)(?: [a-z0-9-]+)?\]", err.decode("utf-8", "replace")))))
            if bad or status or seconds >= args.least:
                print(f"{'OVER ' if bad else '     '}{name}: {seconds:6.2f} s {memory / 1e6:6.0f} MB exit {status} out {len(out)} err {len(err)} {ids} je {shlex.join(words)[:110]}", flush=True)
    print(f"{runs} runs, {over} beyond the bounds")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
