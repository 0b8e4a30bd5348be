# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""The colours of pages stand apart, computed from page.css by the formula of WCAG 2: 4.5:1 for what is read, 3:1 for what is
seen side by side in a drawing (the rule of the Government Analysis Function), in light and dark. Contrast is a matter of lightness
alone, so what passes is told apart in greyscale too.

    palette_test.py PAGE.css
"""
import re
import sys

READ = [("ink", "page"), ("quiet", "page"), ("link", "page"), ("ink", "wash"), ("ink", "mid"), ("page", "strong"), ("on-caution", "caution")]
# Bands beside each other and on the page; outlines, ticks and a mark's halo on any of them; letters of a drawing are above.
SEEN = [("strong", "mid"), ("strong", "page"), ("mid", "page"), ("edge", "page"), ("edge", "wash"), ("ink", "page")]


def lightness(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


def main():
    sheet = open(sys.argv[1], encoding="utf-8").read()
    roots = re.findall(r":root \{([^}]*)\}", sheet)
    palettes = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", root)) for root in roots]
    if len(palettes) != 2:
        sys.exit(f"{len(palettes)} palettes, not a light and a dark one")
    if contrast("#000000", "#ffffff") != 21 or round(contrast("#767676", "#ffffff"), 2) != 4.54:
        sys.exit("contrast is computed wrongly")
    faults = []
    for name, palette in zip(("light", "dark"), palettes):
        palette = {**palettes[0], **palette}
        for pairs, least in ((READ, 4.5), (SEEN, 3)):
            for one, other in pairs:
                ratio = contrast(palette[one], palette[other])
                print(f"{name}: {one} on {other} {ratio:.1f}")
                if ratio < least:
                    faults.append(f"{name}: {one} and {other} stand {ratio:.2f}:1 apart, under {least}:1")
    for rule in re.findall(r"#[0-9a-f]{3,6}", re.sub(r":root \{[^}]*\}|@page \{.*?\n\}", "", sheet, flags=re.DOTALL)):
        faults.append(f"the colour {rule} is not of the palette")
    # What is told by colour is told in forced colours too.
    forced = re.search(r"@media \(forced-colors: active\) \{(.*?)\n\}", sheet, re.DOTALL)[1]
    drawings = sheet[sheet.index("/* Drawings"):sheet.index("/* End of drawings")]
    for look in re.findall(r"\.([a-z]+) \{[^}]*(?:fill|stroke): var\((?!--page)[^}]*\}", drawings):
        if "." + look not in forced and look not in ("quiet", "bold"):
            faults.append(f".{look} has no colour where colours are forced")
    print(*faults, sep="\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
