# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""hostile_texts_test.py JE ROOT: texts that try to be more than texts stay texts in every format.

The files of the probation story get a hostile text in every field that holds a free text, one kind of text after another. Each
command then writes each of its formats, and what comes out is read by another program: pages and drawings may hold no element,
attribute or address that the same page with plain texts has not, Markdown no raw HTML and no address of the text, CSV no
formula, text no control character. A command may refuse a text instead; its message is then held to what text is held to."""
import csv
import functools
import html.parser
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

JE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
TEXT_KEYS = ("title", "name", "definition", "summary", "help", "note", "notes", "quote", "disputed", "section", "rationale", "reason", "post",
             "organisation", "url", "argument", "licence", "owner", "period", "decision_reason", "connected_to_job", "location")
PLAIN = "plain"
MARK = "evil"
HOSTILE = {
    "script": "<script>evil()</script>", "image": "\"><img src=evil.png onerror=evil()>", "quotes": "' onmouseover='evil() \" onfocus=\"evil()",
    "ends": "]]>--></style></script></title></svg><b>evil", "entity": "&lt;b&gt;evil&#60;i&#62;", "formula": "=cmd|' /C evil'!A0", "plus": "+evil(1)",
    "minus": "-evil(1)", "at": "@evil(1)", "apostrophe": "'=evil(1)", "wide": "\uff1devil(1)", "tab": "\t=evil(1)", "backwards": "evil \u202egnp.exe",
    "isolate": "evil \u2066 a \u2067 b", "joined": "evil \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f3f4", "escape": "evil \x1b[31m\x07", "c1": "evil \x9b31m\x85",
    "link": "[evil](javascript:evil())", "picture": "![evil](http://evil.example/x.png)", "auto": "<http://evil.example/>", "pipe": "evil | a | b ` ``` ~~~",
    "heading": "# evil", "item": "- evil", "rule": "---", "address": "javascript:evil()", "url": "url(evil.png); } body { color: red",
    "long": "evil" * 2500, "long-words": "evil words " * 900, "template": "{{evil}} ${evil} {} {0} %s", "null": "evil \u0000 \ufffe",
    "noncharacter": "evil \ufdd0 \ud7ff", "accents": "e\u0301\u0301\u0301\u0301vil",
}
COMMANDS = [["explain", "vlo.yaml"], ["compare", "vlo.yaml", "pso.yaml", "po.yaml"], ["score", "vlo.yaml", "pso.yaml", "po.yaml"],
            ["panel", "history", "--records", ".", "--each"], ["appeal", "history", "--records", "."], ["sensitivity", "vlo.yaml", "pso.yaml", "--levels", "--floors"],
            ["check", "."], ["check", "--show", "nnc-probation.yaml"]]
FORMATS = {"text": "text", "markdown": "markdown", "csv": "csv", "html": "html"}
VALUE = r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'\[{>|&*!%%#,}]%s)"""
KEYS = r"\b(?:%s):[ ]" % "|".join(TEXT_KEYS)
IN_BLOCK = re.compile(rf"^(\s*(?:- )?{KEYS}){VALUE % '.*'}$")
IN_FLOW = re.compile(rf"([{{,]\s*{KEYS}){VALUE % '[^,}]*'}(?=\s*[,}}])")


def with_text(text, source):
    """The file with the text in every field of free text that stands on one line."""
    quoted = json.dumps(text)
    for code in ("\\ud", "\\uD"):
        if code in quoted:  # YAML has no surrogates
            quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    lines, changed, deeper_than = [], 0, None
    for line in source.splitlines():
        column = len(line) - len(line.lstrip())
        if deeper_than is not None and line.strip() and column > deeper_than:
            continue  # the text goes on
        deeper_than = None
        if found := IN_BLOCK.match(line):
            lines.append(found.group(1) + quoted)
            deeper_than, n = column + 2 * line.lstrip().startswith("- "), 1
        else:
            line, n = IN_FLOW.subn(lambda m: m.group(1) + quoted, line)
            lines.append(line)
        changed += n
    return "\n".join(lines) + "\n", changed


def write_story(folder, text):
    changed = 0
    for path in [*sorted((ROOT / "examples/probation").glob("*.yaml")), *sorted((ROOT / "examples/probation/history").glob("*.yaml")),
                 ROOT / "schemes/nnc-probation.yaml"]:
        below = folder / (f"history/{path.name}" if path.parent.name == "history" else path.name)
        below.parent.mkdir(exist_ok=True)
        written, n = with_text(text, path.read_text(encoding="utf-8"))
        changed += n
        below.write_text(written, encoding="utf-8")
    return changed


@functools.cache
def kinds_of(page):
    """Those of a page that many are held against."""
    return frozenset(Shape(page).kinds)


class Shape(html.parser.HTMLParser):
    """What a page is made of, and what of it leads elsewhere."""

    def __init__(self, text):
        super().__init__()
        self.kinds, self.addresses = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.kinds.add(tag)
        for name, value in attrs:
            self.kinds.add(f"{tag} {name}")
            if name in ("href", "src", "action", "style", "xlink:href") or name.startswith("on"):
                self.addresses.append((name, value))

    def handle_comment(self, data):
        self.kinds.add("comment")

    def handle_decl(self, decl):
        self.kinds.add(f"declaration {decl}")


CONTROL = re.compile(r"[\0-\x09\x0b-\x1f\x7f-\x9f]")  # all of Unicode but the line end


def faults_of_text(out):
    yield from (f"control character {character!r}" for character in CONTROL.findall(out))
    yield from (f"direction override {character!r}" for character in re.findall("[\u202a\u202b\u202d\u202e]", out))


def faults_of_html(out, plain):
    shape = Shape(out)
    if extra := shape.kinds - kinds_of(plain):
        yield f"has {sorted(extra)}, which the page with plain texts has not"
    yield from (f"leads to {name}={value!r}" for name, value in shape.addresses if name != "href" or not value.startswith("#"))
    yield from (f"control character {c!r}" for c in CONTROL.findall(out))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', out)
    if not policy or MARK in policy.group(1):
        yield "has no policy of its own"


def faults_of_markdown(out, _):
    done = subprocess.run(["cmark"], input=out, capture_output=True, text=True, check=True).stdout
    if "raw HTML omitted" in done:
        yield "holds raw HTML"
    yield from (f"leads to {value!r}" for name, value in Shape(done).addresses if MARK in (value or ""))
    yield from faults_of_text(out)


def faults_of_csv(out, _):
    for row in csv.reader(io.StringIO(out)):
        for cell in row:
            bare = cell.lstrip("'") if not cell.startswith("'") else ""
            if re.match(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]", bare) and not re.fullmatch(r"[+-]?[\d.]+(e-?\d+)?|-", cell):
                yield f"cell {cell[:40]!r} would be a formula"


CHECKS = {"text": lambda out, plain: faults_of_text(out), "markdown": faults_of_markdown, "csv": faults_of_csv, "html": faults_of_html}


def run(folder, words, form):
    done = subprocess.run([JE, *words, "--scheme-path", ".", "--format", form], cwd=folder, capture_output=True, timeout=60, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def main():
    faults, read, refused, plain = [], 0, 0, {}
    with tempfile.TemporaryDirectory() as at:
        for kind, text in {"plain": PLAIN, **HOSTILE}.items():
            folder = pathlib.Path(at) / kind
            folder.mkdir()
            if write_story(folder, text) < 200:
                faults.append(f"{kind}: hardly any text was changed")
            for words in COMMANDS[::4] if len(text) > 1000 else COMMANDS:
                for form in FORMATS:
                    status, out, messages = run(folder, words, form)
                    where = f"{kind}, je {' '.join(words)} --format {form}"
                    if status == 2 and "JE-U08" in messages:
                        continue  # it has no table
                    if status not in (0, 1):
                        faults.append(f"{where}: exit status {status}: {messages[:200]}")
                        continue
                    faults += [f"{where}: a message has {fault}" for fault in set(faults_of_text(messages))]
                    if kind == "plain":
                        plain[*words, form] = out
                    if not out:
                        refused += 1
                        continue
                    read += 1
                    faults += [f"{where}: {fault}" for fault in dict.fromkeys(CHECKS[form](out, plain[*words, form]))]
    print(*faults[:40], f"{read} results of {len(HOSTILE)} hostile texts read, {refused} refused, {len(faults)} faults", sep="\n")
    return 1 if faults or read < 400 else 0


sys.exit(main())
