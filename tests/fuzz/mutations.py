# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Ways in which a file comes out other than it was meant: by a slip, by a program that saved it, or by somebody's will.

    damaged, how = mutate(random.Random(1), data, others)

`others` are files to take pieces from. The same generator gives the same file.
"""
import re

ODD_CHARACTERS = ["\u00a0", "\ufeff", "\0", "\u2028", "\u2029", "\u200b", "\u200d", "\u2060", "\u201c", "\u201d", "\u2018", "\u2019",
                  "\t", "\r", "\x0b", "\x0c", "\x1b[31m", "\x7f", "\u0085", "\u202e", "\u2066", "\u00ad", "\u0301", "\u0430", "\uff11",
                  "\U0001f600", "\u2013", "\u2212", "\ufffd", "\ufffe", "\ud800", "\U0010ffff", "'", '"', "#", ":", ",", ";", "|", "=",
                  "\\", "%", "&a ", "*a", "!!str ", "? ", "- ", "@", "`", "{", "}", "[", "]", "<", ">", "\n", "\n\n", "--- ", "\n---\n"]
NUMBERS = ["0", "-0", "1", "-1", "2", "10", "0.5", "0.0001", "0.00001", "1.00001", "-0.5", "99999", "1000001", "4294967296",
           "922337203685477.5807", "922337203685477.5808", "9223372036854775807", "9223372036854775808", "18446744073709551616",
           "1" + "0" * 40, "9" * 400, "1e3", "1e999", "-1e-999", ".5", "5.", "+5", "00", "010", "0x10", "1_000", "1,000", "1.000,5",
           "nan", ".nan", ".inf", "-.inf", "inf", "1/2", "10%", "\u0663", "3.0", " 3 "]
SHAPES = ["", "~", "null", "text", "two words", "[]", "{}", "[a]", "[a, b]", "{a: b}", "{id: a}", "[[a], [b]]", "[{id: a}, {id: a}]",
          "[[[[a]]]]", '""', "''", "true", "no", "2016-02-30", "2016-01-01", "12:30:00", "|", ">", "|\n  text", "- a\n- b", "\n  - a",
          "\n  - a: b\n    c: d", "\n  a: b", "\n  a:\n    b:\n      c: d", "[a", "{a: b", '"a', "'a", "*a", "&a b", "!x a", "=1+1", "@a"]
ENCODINGS = ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252", "latin-1", "utf-32", "cp037", "utf-7"]
KEY = re.compile(r"^(\s*(?:- )*)([\w\"'.-]+)(\s*[:=]\s?)(.*)$")
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")


def text_of(data):
    return data.decode("utf-8", "surrogateescape")


def bytes_of(text):
    return text.encode("utf-8", "surrogatepass" if re.search("[\ud800-\udbff]", text) else "surrogateescape")


def in_lines(change):
    """A mutation over the lines of a text, which are changed in place."""
    def mutation(random, data, others):
        lines = text_of(data).split("\n")
        change(random, lines, others)
        return bytes_of("\n".join(lines))
    mutation.__name__ = change.__name__
    return mutation


def any_index(random, sequence):
    return random.randrange(len(sequence))


def keyed_lines(lines):
    return [i for i, line in enumerate(lines) if KEY.match(line)]


def flip_byte(random, data, others):
    if not data:
        return b"\xff"
    at = any_index(random, data)
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1:]


def random_byte(random, data, others):
    at = random.randrange(len(data) + 1)
    return data[:at] + bytes([random.randrange(256)]) + data[at + random.randrange(2):]


def cut_out(random, data, others):
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.choice([1, 2, 5, 20, 100]):]


def truncate(random, data, others):
    return data[:random.randrange(len(data) + 1)]


def empty(random, data, others):
    return random.choice([b"", b"\n", b" ", b"\0", b"#\n", b"\xef\xbb\xbf", b"---\n", b"...\n", b"\xff\xfe"])


def odd_character(random, data, others):
    text = text_of(data)
    at = random.randrange(len(text) + 1)
    return bytes_of(text[:at] + random.choice(ODD_CHARACTERS) * random.choice([1, 1, 1, 2, 3]) + text[at:])


def odd_at_token(random, data, others):
    """An odd character beside a word, where people's programs put it."""
    text = text_of(data)
    places = [m.start() for m in re.finditer(r"\b", text)] or [0]
    at = random.choice(places)
    return bytes_of(text[:at] + random.choice(ODD_CHARACTERS) + text[at:])


def another_number(random, data, others):
    text = text_of(data)
    found = list(NUMBER.finditer(text))
    if not found:
        return odd_character(random, data, others)
    at = random.choice(found)
    return bytes_of(text[:at.start()] + random.choice(NUMBERS) + text[at.end():])


def all_numbers_alike(random, data, others):
    number = random.choice(NUMBERS)
    text = text_of(data)
    old = random.choice(NUMBER.findall(text) or ["0"])
    return bytes_of(re.sub(rf"(?<![\w.]){re.escape(old)}(?![\w.])", number.replace("\\", ""), text))


def encode_otherwise(random, data, others):
    text = data.decode("utf-8", "replace")
    return text.encode(random.choice(ENCODINGS), "replace")


def other_line_ends(random, data, others):
    return data.replace(b"\n", random.choice([b"\r\n", b"\r", b"\n\r", b"\n\n", b"\x0b", b"\xe2\x80\xa8"]))


def deep_nesting(random, data, others):
    depth = random.choice([5, 30, 63, 64, 65, 300, 500, 5000, 100000])
    piece = random.choice(["[", "{a: ", "- ", '{"a":', "[[", "? "]) * depth
    if random.random() < 0.5:
        piece += "a" + "]" * depth
    text = text_of(data)
    found = [m.end() for m in re.finditer(r"[:=,\[] ?", text)] or [len(text)]
    at = random.choice(found)
    return bytes_of(text[:at] + piece + text[at:])


def long_text(random, data, others):
    text = text_of(data)
    found = list(re.finditer(r"[A-Za-z]{3,}", text))
    at = random.choice(found).end() if found else 0
    length = random.choice([100, 1000, 10000, 10000, 100000, 1000000])
    return bytes_of(text[:at] + random.choice(["x", "x ", "\u00e9", "\u4e2d", "\u0301", "|", "'", '"', "a\n", ", "]) * length + text[at:])


def junk_after(random, data, others):
    return data + random.choice([b"\0", b" x", b"{}", b"\n---\na: b\n", b"...\nx\n", b"]", b"}", b"\n\n\n", b"\x1a", b",", b"\xff", data])


def splice(random, data, others):
    other = random.choice(others) if others else data
    at, begin = random.randrange(len(data) + 1), random.randrange(len(other) + 1)
    return data[:at] + other[begin:begin + random.choice([10, 100, 1000])] + data[at:]


@in_lines
def delete_lines(random, lines, others):
    at = any_index(random, lines)
    del lines[at:at + random.choice([1, 1, 1, 2, 5])]


@in_lines
def repeat_lines(random, lines, others):
    at = any_index(random, lines)
    block = lines[at:at + random.choice([1, 1, 2, 4])]
    lines[at:at] = block * random.choice([1, 1, 1, 2, 30, 1000])


@in_lines
def swap_lines(random, lines, others):
    a, b = any_index(random, lines), any_index(random, lines)
    lines[a], lines[b] = lines[b], lines[a]


@in_lines
def indent_otherwise(random, lines, others):
    at = any_index(random, lines)
    lines[at] = random.choice([" ", "  ", "\t", "- "]) + lines[at] if random.random() < 0.6 else lines[at].lstrip()


@in_lines
def insert_line(random, lines, others):
    lines.insert(any_index(random, lines), random.choice(["", " ", "# a", "a", "a: b", "  a: b", "- a", "- - a", "---", "...", "sep=;", ",,,,",
                                                          "%YAML 1.2", "<<: *a", "? a", "[batch]", "{}", "note: a # b", "id: a"]))


@in_lines
def swap_values(random, lines, others):
    keyed = keyed_lines(lines)
    if len(keyed) < 2:
        return
    a, b = random.choice(keyed), random.choice(keyed)
    first, second = KEY.match(lines[a]), KEY.match(lines[b])
    lines[a] = first[1] + first[2] + first[3] + second[4]
    lines[b] = second[1] + second[2] + second[3] + first[4]


@in_lines
def swap_alike(random, lines, others):
    """The values of two keys of one name: the form stays right, and what it says does not."""
    by_key = {}
    for i in keyed_lines(lines):
        by_key.setdefault(KEY.match(lines[i])[2], []).append(i)
    same = [places for places in by_key.values() if len(places) > 1]
    if not same:
        return
    a, b = random.sample(random.choice(same), 2)
    first, second = KEY.match(lines[a]), KEY.match(lines[b])
    lines[a] = first[1] + first[2] + first[3] + second[4]
    if random.random() < 0.5:
        lines[b] = second[1] + second[2] + second[3] + first[4]


@in_lines
def swap_keys(random, lines, others):
    keyed = keyed_lines(lines)
    if len(keyed) < 2:
        return
    a, b = random.choice(keyed), random.choice(keyed)
    first, second = KEY.match(lines[a]), KEY.match(lines[b])
    lines[a] = first[1] + second[2] + first[3] + first[4]
    lines[b] = second[1] + first[2] + second[3] + second[4]


@in_lines
def misspell_key(random, lines, others):
    keyed = keyed_lines(lines)
    if not keyed:
        return
    at = random.choice(keyed)
    found = KEY.match(lines[at])
    key = random.choice([found[2].upper(), found[2].title(), found[2][:-1], found[2] + "s", found[2] * 2, "id", "format", "", "'" + found[2]])
    lines[at] = found[1] + key + random.choice([found[3], ":", " ", "", " = ", " :"]) + found[4]


def end_of_block(lines, at):
    """The first line after `at` that is no deeper."""
    depth = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth):
        end += 1
    return end


@in_lines
def other_shape(random, lines, others):
    """A key holds nothing, a text, a list, a map or a list of lists, in place of what it holds or before it."""
    keyed = keyed_lines(lines)
    if not keyed:
        return
    at = random.choice(keyed)
    found = KEY.match(lines[at])
    indent = " " * len(found[1])
    shape = random.choice(SHAPES).replace("\n", "\n" + indent)
    end = end_of_block(lines, at) if random.random() < 0.7 else at + 1
    lines[at:end] = [found[1] + found[2] + found[3].rstrip() + " " + shape]


def other_pair(random, data, others):
    """One `key: value` anywhere, within braces too, gets the value of another of that name, or another shape, or goes."""
    text = text_of(data)
    pairs = list(re.finditer(r"(?<![\w-])([\w-]{1,64}): ([^,{}\[\]\n]+)", text))
    if not pairs:
        return odd_character(random, data, others)
    at = random.choice(pairs)
    same = [pair[2] for pair in pairs if pair[1] == at[1]]
    new = random.choice([random.choice(same), random.choice(same), random.choice(SHAPES).replace("\n", " "), random.choice(NUMBERS)])
    if random.random() < 0.1:
        return bytes_of(text[:at.start()] + text[at.end():])
    return bytes_of(text[:at.start(2)] + new + text[at.end(2):])


@in_lines
def other_json_value(random, lines, others):
    at = any_index(random, lines)
    values = list(re.finditer(r'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|\[\]|\{\}', lines[at]))
    if not values:
        return
    found = random.choice(values)
    new = random.choice(["", "null", "true", "0", "-1", "1e400", '""', '"a"', "[]", "{}", "[[]]", '{"a":1}', '"\\ud800"', '"\\u0000"', "NaN",
                         random.choice(NUMBERS)])
    lines[at] = lines[at][:found.start()] + new + lines[at][found.end():]


@in_lines
def other_cells(random, lines, others):
    """A cell more or less in a row, another separator, a quote that is not closed."""
    at = any_index(random, lines)
    cells = lines[at].split(",")
    cell = any_index(random, cells)
    what = random.randrange(6)
    if what == 0:
        del cells[cell]
    elif what == 1:
        cells.insert(cell, random.choice(["", " ", "x", '"', "=1+1", "'=1+1"]))
    elif what == 2:
        cells[cell] = random.choice(['"' + cells[cell], cells[cell] + '"', '"' + cells[cell] + '"', '"a\nb"', "", " " + cells[cell] + " "])
    elif what == 3:
        cells[cell] = random.choice(NUMBERS + ["=cmd|' /C x'!A0", "+1", "-1", "@x", "2024-01-03", "03-Jan", "45294"])
    else:
        separator = random.choice([";", "\t", "|", " ,"])
        lines[:] = [line.replace(",", separator) for line in lines]
        return
    lines[at] = ",".join(cells)


# Damage that most readers take no notice of at first, and damage that most of them meet in the first line.
WITHIN = [another_number, another_number, all_numbers_alike, swap_values, swap_values, swap_keys, other_shape, other_shape, delete_lines,
          repeat_lines, swap_lines, odd_at_token, long_text, misspell_key, swap_alike, swap_alike, other_pair, other_pair, other_pair, other_pair]
WITHOUT = [flip_byte, random_byte, cut_out, truncate, empty, odd_character, odd_at_token, encode_otherwise, other_line_ends, deep_nesting, junk_after,
           splice, indent_otherwise, insert_line]
OF_CSV = [other_cells] * 8
OF_JSON = [other_json_value] * 8 + [junk_after] * 2


def mutate(random, data, others, name=""):
    """`data` damaged in one way or several, and the names of these ways."""
    ways = (WITHIN if random.random() < 0.65 else WITHOUT) + (OF_CSV if name.endswith((".csv", ".tsv", ".txt")) else OF_JSON if name.endswith((".json", ".sealed")) else [])
    how = []
    for _ in range(random.choice([1, 1, 1, 1, 2, 3, 5])):
        way = random.choice(ways)
        data = way(random, data, others)
        how.append(way.__name__)
        if len(data) > 8_000_000:
            break
    return data, how
