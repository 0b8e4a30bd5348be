# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""new_like_test.py JE ROOT: `je new scheme --like` loses nothing of the scheme that it follows.

Each sound scheme of schemes, examples and tests/forms, and one of them written in other ways (in brackets, with other line ends, set
in, behind a byte order mark): the new scheme passes je check, has the same below its heading, and every comment outside of it."""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

JE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
HEADING = {"format": "je-scheme/1", "id": "ours", "title": "Title of the scheme", "edition": "1", "status": "illustrative", "owner": "Who owns the scheme",
           "licence": "On what terms the figures may be used"}


def je(*words, cwd):
    done = subprocess.run([JE, *words], cwd=cwd, capture_output=True, timeout=120, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def follows(faults, path, folder):
    made = folder / "ours.yaml"
    made.unlink(missing_ok=True)
    status, _, said = je("new", "scheme", "--like", path, "--id", "ours", "--output", made, cwd=folder)
    if status != 0 or not made.is_file():
        faults.append(f"{path}: je new: {status} {said}")
        return
    status, shown, said = je("check", made, cwd=folder)
    if status != 0:
        faults.append(f"{path}: je check of the new scheme: {status} {shown}{said}")
    text = made.read_text(encoding="utf-8")
    old, new = yaml.safe_load(path.read_bytes()), yaml.safe_load(text)
    ids = [source["id"] for source in old.get("sources", [])]
    expected = {**{key: value for key, value in old.items() if key not in HEADING}, **HEADING}
    if ids:
        expected["sources"] = [{"id": one, "title": "Title of the source"} for one in ids]
    if new != expected:
        faults.append(f"{path}: another scheme: {[key for key in {**new, **expected} if new.get(key) != expected.get(key)]}")
    if [key for key in new if key not in HEADING and key != "sources"] != [key for key in old if key not in HEADING and key != "sources"]:
        faults.append(f"{path}: the keys are in another order")
    heading = text[:text.index("format:")]
    for told in (old["id"], str(old["edition"]), hashlib.sha256(path.read_bytes()).hexdigest()):
        if told not in heading:
            faults.append(f"{path}: the top does not say {told}")
    lost = [line for line in comments(path.read_text(encoding="utf-8-sig")) if line not in text]
    if lost:
        faults.append(f"{path}: lost {lost}")


def comments(text):
    """The lines of comments, and comments behind values of the body."""
    for line in text.splitlines():
        found = re.search(r"(?:^|\s)(# .*)$", line)
        if found and not re.match(r"\s*(format|id|title|edition|status|owner|licence|sources|- \{id: \S+, title:|# yaml-language|# \$schema|  # of which|  libje # )", line):
            yield found.group(1)


def other_ways(folder):
    """A scheme that is the same, written in other ways; comments on either side of each key."""
    source = ROOT / "tests/forms/know-how-demo/scheme.yaml"
    text = re.sub(r"(?m)^(\w+:)", r"# About what comes next: '{[\n\1", source.read_text(encoding="utf-8"))
    content = yaml.safe_load(text)
    whole = json.dumps(content, indent=1).replace('\n "', '\n # Not "a} key: {\n "')
    back = dict(reversed(content.items()))
    ways = {"commented": text, "crlf": text.replace("\n", "\r\n"), "marked": "\ufeff" + text, "set-in": re.sub("(?m)^(?=.)", "    ", text), "begun": "---\n" + text, "ended": text + "...\n",
            "brackets": whole, "one-line": json.dumps(content), "backwards": json.dumps(back, indent=1), "backwards-one-line": json.dumps(back), "no-line-end": text.rstrip("\n"),
            "twice": "# yaml-language-server: $schema=elsewhere.json\n# $schema: elsewhere.json\n" + text.replace("# A chart", "# It's a chart"),
            "long-texts": text.replace("licence: Apache-2.0", "licence: |\n  Many lines,\n\n  # of which this is one\n").replace("owner: The libje authors", 'owner: "The\n\n  libje # authors"')}
    for name, written in ways.items():
        path = folder / f"{name}.yaml"
        path.write_bytes(written.encode("utf-8"))
        yield path


def twice_marked(faults, folder):
    _, text, _ = je("new", "scheme", "--like", folder / "twice.yaml", cwd=folder)
    if text.count("$schema") > 2 or "elsewhere" in text or "# It's a chart" not in text or "id: my-scheme" not in text:
        faults.append(f"the lines for editors of the old file are there:\n{text[:800]}")


def main():
    faults = []
    count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        found = sorted(file for part in ("schemes", "examples", "tests/forms") for file in (ROOT / part).rglob("*.yaml"))
        for path in found:
            if b"format: je-scheme/1" not in path.read_bytes() or je("check", path, cwd=folder)[0] != 0:
                continue
            follows(faults, path, folder)
            count += 1
        for path in other_ways(folder):
            follows(faults, path, folder)
        twice_marked(faults, folder)
    if count < 15:
        faults.append(f"only {count} schemes were followed")
    print("\n".join(faults) or f"{count} schemes were followed")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
