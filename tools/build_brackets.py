"""Write the bracket pairs of the Unicode Bidirectional Algorithm (UAX #9, rule N0) to a data file.

The pairs come from the Unicode Character Database that ships with perl (module Unicode::UCD):

    python tools/build_brackets.py
"""

import subprocess
from pathlib import Path

TARGET = Path(__file__).parents[1] / "counter_app" / "sheets" / "text" / "bidi_brackets.toml"

PERL = r"""
use Unicode::UCD qw(charprop prop_invlist);
print Unicode::UCD::UnicodeVersion(), "\n";
my @ranges = prop_invlist("Bidi_Paired_Bracket_Type=Open");
while (my ($start, $end) = splice @ranges, 0, 2) {
    printf "%04X %04X\n", $_, ord(charprop($_, "Bidi_Paired_Bracket")) for $start .. $end - 1;
}
"""


def main() -> None:
    """Ask perl for the pairs and write one TOML line per pair."""
    version, *pairs = subprocess.run(
        ["perl", "-e", PERL], capture_output=True, check=True, encoding="ascii"
    ).stdout.splitlines()
    lines = [
        f"# Opening and closing brackets of Unicode {version}, written by tools/build_brackets.py.",
        "pairs = [",
        *(f'    "\\u{opening}\\u{closing}",' for opening, closing in map(str.split, pairs)),
        "]",
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
