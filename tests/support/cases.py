# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""The cases of the tests: what je is given, and what it must answer, to the byte.

A case is a folder or a file. A folder holds `args`, one line as it is typed after `je`; the files that je reads; the expected
`stdout`, `stderr` and `exit`; and under `after/` the files that it must leave. A file, `<name>.case`, holds all of it as one text:

    $ je check demo.yaml
    exit status 1
    === demo.yaml is shared/demo.yaml
    === records/clerk.yaml
    format: je-job/1
    === stdout
    demo.yaml: sound
    === stderr
    === after/records/clerk.yaml is records/clerk.yaml

A section holds the lines up to the next one that begins with `=== `. `is` takes the text of a section above, or else of a file that
stands beside the case, for several of them. `without a line end` takes off the last line end. What is no such text - another encoding,
control characters, links - stays a folder.
"""
import dataclasses
import io
import pathlib
import re
import shlex

PARTS = ("stdout", "stderr", "exit")
HEAD = re.compile(r"=== (?P<name>\S+)(?: is (?P<source>\S+))?(?P<open> without a line end)?")


@dataclasses.dataclass
class Case:
    path: pathlib.Path
    line: str  # what follows `je`
    files: dict  # what je reads: name and bytes
    links: dict  # symbolic links among them: name and where it leads
    after: dict  # files that must be there afterwards
    expected: dict  # parts that must come out; one may be missing

    @property
    def words(self):
        return shlex.split(self.line)

    def lay_out(self, folder):
        """Puts what je reads into `folder`, which is made."""
        folder.mkdir(parents=True)
        for name in [*self.files, *self.links]:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        for name, data in self.files.items():
            (folder / name).write_bytes(data)
        for name, target in self.links.items():
            (folder / name).symlink_to(target)

    def rewrite(self, got):
        """Makes the parts that came out the expected ones."""
        if self.path.is_dir():
            for part, data in got.items():
                (self.path / part).write_bytes(data)
        else:
            kept = [f"$ je {self.line}\nexit status ".encode() + got["exit"]]
            for head, text in _sections(self.path):
                name = HEAD.fullmatch(head)["name"]
                kept.append(section(name, got[name]) if name in PARTS else f"{head}\n".encode() + text)
            self.path.write_bytes(b"".join(kept))


def section(name, data):
    """The text of a section."""
    if not data or data.endswith(b"\n"):
        return f"=== {name}\n".encode() + data
    return f"=== {name} without a line end\n".encode() + data + b"\n"


def _sections(path):
    """The first line of each section, without its line end, and its text."""
    head, text = None, []
    for line in io.BytesIO(path.read_bytes()):
        if line.startswith(b"=== "):
            if head is not None:
                yield head, b"".join(text)
            head, text = line.decode().rstrip("\n"), []
        else:
            text.append(line)
    if head is not None:
        yield head, b"".join(text)


def _read_file(path):
    command, status = path.read_bytes().split(b"\n", 2)[:2]
    if not command.startswith(b"$ je") or not status.startswith(b"exit status "):
        raise ValueError(f"{path}: the first lines must be '$ je ...' and 'exit status ...'")
    held = {}
    for head, text in _sections(path):
        found = HEAD.fullmatch(head)
        if not found:
            raise ValueError(f"{path}: not understood: {head}")
        if found["source"]:
            text = held[found["source"]] if found["source"] in held else (path.parent / found["source"]).read_bytes()
        held[found["name"]] = text[:-1] if found["open"] else text
    return command.decode()[5:], held | {"exit": status[len("exit status "):] + b"\n"}, {}


def _read_folder(path):
    held, links = {}, {}
    for at in sorted(path.rglob("*")):
        name = at.relative_to(path).as_posix()
        if at.is_symlink():
            links[name] = at.readlink()
        elif at.is_file():
            held[name] = at.read_bytes()
    return held.pop("args").decode().split("\n")[0], held, links


def read(path):
    """The case that a folder or a file is."""
    line, held, links = _read_folder(path) if path.is_dir() else _read_file(path)
    expected = {part: held.pop(part) for part in PARTS if part in held}
    after = {name.removeprefix("after/"): held.pop(name) for name in list(held) if name.startswith("after/")}
    return Case(path, line, held, links, after, expected)


def below(path):
    """Where cases are: `path` itself, or what is in it and in the folders in it, in the order of names; at least one."""
    found = [p for p in [path, *path.rglob("*")] if p.suffix == ".case" or (p / "args").is_file()]
    if not found:
        raise ValueError(f"{path}: there is no case")
    return sorted(found, key=lambda p: p.with_suffix("") if p.suffix == ".case" else p)
