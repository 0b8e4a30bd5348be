# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""What runs the cases finds what is wrong with one, names it, goes on, and rewrites what is expected. A shell stands in for je."""
import os
import pathlib
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))
from support import pages  # noqa: E402

SOUND = b"$ je -c 'cat a; cat d/b >&2; exit 3'\nexit status 3\n=== a\nline\n=== d/b is shared/b without a line end\n=== stdout\nline\n=== stderr without a line end\nb\n"
# Each change of a case that is sound, and what must be said of it.
FAULTS = [
    (b"exit status 3", b"exit status 2", "-2\n+3"),
    (b"=== stdout\nline\n", b"=== stdout\nlime\n", "-lime\n+line"),
    (b"=== stdout\n", b"=== stdout without a line end\n", "(no line end)"),
    (b"=== stderr without a line end\nb\n", b"", "no expected stderr"),
    (b"exit 3", b"kill -SEGV $$", "+SIGSEGV"),
    (b"=== stdout\n", b"=== after/c\nline\n=== stdout\n", "c is not there"),
    (b"=== stdout\n", b"=== after/a\nother\n=== stdout\n", "-other\n+line"),
    (b"cat a;", b"printf '\\377';", "stdout"),
    (b"=== a\n", b"=== a is no/such\n", "no/such"),
    (b"=== a\n", b"=== a was b\n", "not understood"),
]


def run(*paths, **environment):
    done = subprocess.run([sys.executable, TESTS / "run_cases.py", "--je", "/bin/bash", *paths], capture_output=True, text=True,
                          env={**os.environ, "JE_UPDATE_GOLDEN": "", **environment})
    return done.returncode, done.stdout + done.stderr


def demand(what, holds, said):
    if not holds:
        sys.exit(f"{what}\n{said}")


def folder_case(folder):
    folder.mkdir()
    for name, text in {"args": "-c 'cat a; rm a'\n", "a": "\udcff\r\n", "stdout": "\udcff\r\n", "stderr": "", "exit": "0\n"}.items():
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))


def page_of(style):
    """A page with that style sheet, as case and as file that a shell prints."""
    return b"<!DOCTYPE html>\n<style>%s</style>\n" % style


def check_pages(work):
    """The style sheet of pages stands in a case by its name; one that is not that file is seen."""
    folder = work / "page"
    folder.mkdir()
    for name, text in {"args": b"-c 'cat a'\n", "a": page_of(pages.style()), "stdout": page_of(b"(page.css)"), "stderr": b"", "exit": b"0\n"}.items():
        (folder / name).write_bytes(text)
    demand("a page with its style sheet", run(folder)[0] == 0, run(folder))
    (folder / "a").write_bytes(page_of(pages.style() + b" "))
    demand("a page with another style sheet", run(folder)[0] == 1, run(folder))


def main():
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        (work / "shared").mkdir()
        (work / "shared/b").write_bytes(b"b\n")
        case = work / "one.case"
        case.write_bytes(SOUND)
        folder_case(work / "two")
        demand("sound cases", run(work) == (0, "2 cases, 0 failed\n"), run(work))
        for old, new, words in FAULTS:
            case.write_bytes(SOUND.replace(old, new))
            status, said = run(work)
            demand(f"with {new}: {words} is not said", status == 1 and words in said and str(case) in said, said)
            demand(f"with {new}: the other case was not run", "2 cases, 1 failed" in said, said)
        case.write_bytes(SOUND.replace(b"\nline\n=== stderr without a line end\nb\n", b"\nlime\n=== stderr\n").replace(b"3\n=== a", b"0\n=== a"))
        run(work, JE_UPDATE_GOLDEN="1")
        demand("what came out was not written", case.read_bytes() == SOUND, case.read_text())
        (work / "none").mkdir()
        demand("a folder without a case passes", run(work / "none")[0] == 1, "")
        check_pages(work)


main()
