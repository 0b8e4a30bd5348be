# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""What all pages have alike, so that cases hold what is theirs alone.

The style sheet of a page is written as `(page.css)` where it is that file, without comments and line breaks; another one stays and is
seen. The script of a what-if is written as `(the script of pages)`. So are their checksums in the policy of the page.
"""
import base64
import functools
import hashlib
import pathlib
import re

PAGE_CSS = pathlib.Path(__file__).resolve().parents[2] / "libje/src/render/html/page.css"


@functools.cache
def style():
    """page.css as pages have it."""
    text = re.sub(rb"/\*[^*]*\*/", b"", PAGE_CSS.read_bytes())
    return re.sub(rb"[ \t]*\n[ \t]*", b"", text)


def without_shared_parts(page):
    """A page with names in place of its style sheet and script; anything else as it is."""
    if not page.startswith(b"<!DOCTYPE html>\n"):
        return page
    named = [(b"style", style(), b"(page.css)")]
    script = re.search(rb"<script>(.*?)</script>\n</body>", page, re.DOTALL)
    if script:
        named.append((b"script", script[1], b"(the script of pages)"))
    for element, text, name in named:
        whole = b"<%s>%s</%s>" % (element, text, element)
        if whole in page:
            checksum = base64.b64encode(hashlib.sha256(text).digest())
            page = page.replace(whole, b"<%s>%s</%s>" % (element, name, element)).replace(b"sha256-" + checksum, b"sha256-" + name)
    return page
