#!/usr/bin/env python3
"""Second implementation of judging unified social credit codes (GB 32100-2015), to compare the kernel with.

Reads one code a line on standard input and prints one word a line: ok, length, alphabet, check-character,
department or category. It shares nothing with src/kernel/uscc.ts: the alphabet is built by leaving letters out,
the check is one polynomial over all 18 places (Horner, modulo 31), and departments and categories are read from
data/codes/gb32100.json. Needs Python 3 alone.
"""

import json
import pathlib
import string
import sys

TABLE = json.loads((pathlib.Path(__file__).parent.parent / "data/codes/gb32100.json").read_text(encoding="utf-8"))
DEPARTMENTS = set(TABLE["registering_department"])
CATEGORIES = {entry["code"] for entry in TABLE["category"]}
VALUES = {
    char: value
    for value, char in enumerate(c for c in string.digits + string.ascii_uppercase if c not in "IOSVZ")
}


def judge(code):
    """The first fault of a code, in the order of the standard's own parts, or ok."""
    if len(code) != 18:
        return "length"
    if any(char not in VALUES for char in code) or not set(code[2:8]) <= set(string.digits):
        return "alphabet"
    # Place i weighs 3**i, the check character 1: a valid code makes the whole a multiple of 31.
    remainder = 0
    for char in reversed(code[:17]):
        remainder = (remainder * 3 + VALUES[char]) % 31
    if (remainder + VALUES[code[17]]) % 31 != 0:
        return "check-character"
    if code[0] not in DEPARTMENTS:
        return "department"
    return "ok" if code[:2] in CATEGORIES else "category"


if __name__ == "__main__":
    sys.stdout.write("".join(judge(line.rstrip("\n")) + "\n" for line in sys.stdin))
