"""All languages of the office's list, with hard words and every character their fonts can write."""

import tomllib
from pathlib import Path

from counter_app.domain.language import Direction, Language
from tests.sheets.text.samples import FONTS

_FILE = Path(__file__).parents[3] / "phrasebooks" / "languages.toml"

KNOWN = {
    entry["tag"]: Language(
        entry["tag"],
        entry["own_name"],
        entry["german_name"],
        entry["script"],
        Direction(entry["direction"]),
        tuple(entry["fonts"]),
        entry["line_spacing"],
        entry["tier"],
    )
    for entry in tomllib.loads(_FILE.read_text(encoding="utf-8"))["language"]
}
# One language for each script and direction.
_TAGS = (
    "de",
    "vi",
    "ar",
    "ur",
    "he",
    "ti",
    "hi",
    "bn",
    "pa",
    "ta",
    "si",
    "th",
    "lo",
    "km",
    "my",
    "ka",
    "hy",
    "zh-Hans",
)
SCRIPTS = tuple(KNOWN[tag] for tag in _TAGS)

# Letters with marks above and below, piled up or joined on a slope.
TALL_WORDS = {
    "de": "ÄÖÜ gjpqy",
    "vi": "ẨẾỘỰ ệặ",
    "ar": "مُحَمَّدٌ إلّا بِهِ",
    "ur": "مستحکم پیچیدگیاں نستعلیق",
    "he": "שָׁלוֹם",
    "hi": "क्षेत्र श्री ङ्क्त र्ऐं",
    "th": "ที่นี่ปู่ย่าญี่ปุ่น",
    "lo": "ເປັ້ນຊື່ຢູ່",
    "km": "ខ្ញុំស្ត្រីក្រុង",
    "my": "ဉာဏ်ကြိုး၌ ဩဇာဂုဏ်ပြုလွှာ",
    "ta": "ஸ்ரீ நெடுஞ்சாலை",
    "si": "ක්‍රී ශ්‍රී",
}


def letters_of(language: Language) -> str:
    """Every character that the first fonts of the language can write, without controls."""
    codes = sorted(frozenset().union(*(font.coverage for font in FONTS.stack(language, bold=False).files[:2])))
    return "".join(chr(code) for code in codes if code >= ord(" "))
