#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Each public header includes all that it uses, and declares what any compiler takes and any program can copy.

To compile each alone takes minutes. So what a header uses is looked for in its text: of the standard library by the table below, of
ours by the names that headers declare; it, or a header of ours that it includes, has to include where the name comes from. Then
all headers are compiled at once, in two orders, each beginning with what the other ends with. No struct or class has a member that is a
reference, and no name begins with two underscores, as those of one compiler do.

    headers_test.py COMPILER FOLDER_OF_PUBLIC_HEADERS"""
import pathlib
import re
import subprocess
import sys

# Where a name of the standard library comes from; the first of several is what a message names.
COMES_FROM = {
    "array": "array", "popcount": "bit", "exception": "exception", "forward": "utility", "function": "functional", "get": "variant tuple utility array",
    "any_of": "algorithm", "int16_t": "cstdint", "int32_t": "cstdint", "int64_t": "cstdint", "uint16_t": "cstdint", "uint32_t": "cstdint", "uint64_t": "cstdint",
    "uint8_t": "cstdint", "invalid_argument": "stdexcept", "less": "functional map", "logic_error": "stdexcept", "map": "map",
    "monostate": "variant", "move": "utility", "nullopt": "optional", "nullopt_t": "optional", "numeric_limits": "limits", "optional": "optional",
    "out_of_range": "stdexcept", "overflow_error": "stdexcept", "pair": "utility map", "shared_ptr": "memory", "size_t": "cstddef", "set": "set", "span": "span",
    "sqrt": "cmath", "string": "string", "string_view": "string_view string", "strong_ordering": "compare", "unique_ptr": "memory",
    "variant": "variant", "vector": "vector", "make_shared": "memory", "tuple": "tuple", "type_index": "typeindex",
    "unordered_map": "unordered_map", "get_if": "variant", "holds_alternative": "variant", "invoke": "functional", "constructible_from": "concepts", "default_initializable": "concepts",
    "convertible_to": "concepts", "integral": "concepts", "same_as": "concepts", "signed_integral": "concepts",
    "unsigned_integral": "concepts", "is_enum_v": "type_traits", "is_member_object_pointer_v": "type_traits", "is_lvalue_reference_v": "type_traits",
    "is_pointer_v": "type_traits", "remove_cv_t": "type_traits", "remove_cvref_t": "type_traits",
    "remove_pointer_t": "type_traits", "remove_reference_t": "type_traits",
}
FLAGS = ["-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]


def included(text):
    return re.findall(r'^#include <([a-z_]+)>', text, re.M), re.findall(r'^#include "(je/[^"]+)"', text, re.M)


def reached(texts, name, seen):
    """The headers of the standard library that `name` and ours below it include."""
    if name in seen:
        return set()
    seen.add(name)
    standard, ours = included(texts[name])
    return set(standard).union(*(reached(texts, below, seen) for below in ours))


def ours_reached(texts, name, seen):
    if name not in seen:
        seen.add(name)
        for below in included(texts[name])[1]:
            ours_reached(texts, below, seen)
    return seen


def code_of(text):
    """Without comments, texts and names that a header declares without including them."""
    return re.sub(r'"[^"\n]*"', '""', re.sub(r"//.*", "", text))


DECLARED = re.compile(r"^(?:template <.*>\n)?(?:struct|class|enum class|using) (\w+)\b(?! *;$)|^using (\w+) =", re.M)
OF_ITS_OWN = re.compile(r"\b(?:struct|class|enum class|using) (\w+)")  # nested, or declared without being defined


def declared(texts):
    """In which headers each name is declared that stands at the margin, as all of a namespace does."""
    where = {}
    for name, text in texts.items():
        for found in DECLARED.finditer(code_of(text)):
            where.setdefault(found[1] or found[2], set()).add(name)
    return where


def missing_includes(texts):
    where = declared(texts)
    for name, text in texts.items():
        code = code_of(text)
        has = reached(texts, name, set())
        for used in sorted(set(re.findall(r"\bstd::(\w+)", code))):
            sources = COMES_FROM.get(used, "").split()
            if not sources:
                yield f"{name}: std::{used} is not in the table of this test: say there which header it comes from"
            elif not has & set(sources):
                yield f"{name}: std::{used} needs #include <{sources[0]}>"
        ours = ours_reached(texts, name, set())
        known = set(OF_ITS_OWN.findall(code))
        for used in sorted(set(re.findall(r"(?<!Draft::)\b[A-Z]\w+", code)) - known):
            if used in where and not where[used] & ours:
                yield f"{name}: {used} needs #include \"{sorted(where[used])[0]}\""


REFERENCE_MEMBER = re.compile(r"^ +(?:const )?[\w:]+(?:<[^;()]*>)?(?: const)?&&? (\w+);", re.M)
OF_ONE_COMPILER = re.compile(r"\b__\w+")


def not_for_all(texts):
    for name, text in texts.items():
        code = code_of(text)
        for found in REFERENCE_MEMBER.finditer(code):
            yield f"{name}: member {found[1]} is a reference: let it be a pointer, a span or a value, so that what holds it can be assigned"
        for found in OF_ONE_COMPILER.finditer(code):
            yield f"{name}: {found[0]} is a name of one compiler"


def compiled(compiler, folder, names):
    for order in (names, names[::-1]):
        text = "".join(f'#include "{name}"\n' for name in order)
        run = subprocess.run([compiler, *FLAGS, "-fsyntax-only", "-I", folder, "-x", "c++", "-"], input=text, capture_output=True, text=True)
        if run.returncode:
            yield f"the headers do not compile together, {order[0]} first:\n{run.stderr}"


def main():
    compiler, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    texts = {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*.hpp"))}
    breaches = {"je/c.hpp": "struct A {\n    const model::Scheme& scheme;\n    std::vector<int>& out_;\n    __int128 whole = 0;\n    A& next();\n};\n"}
    broken = {"je/a.hpp": "#include <vector>\nstd::vector<std::string> a(Thing);\n", "je/b.hpp": "struct Thing {\n"}  # the check can fail
    if not texts or len(list(missing_includes(broken))) != 2 or len(list(not_for_all(breaches))) != 3:
        sys.exit("there are no headers, or what is wrong in one is not seen")
    bad = list(missing_includes(texts)) + list(not_for_all(texts)) + list(compiled(compiler, folder, list(texts)))
    print(f"{len(texts)} headers include what they use, and hold no references and no names of one compiler" if not bad else "\n".join(bad))
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
