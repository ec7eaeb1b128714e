"""Where everything stands in a row of the list: measured once for a width, then painted and pointed at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette

from counter_app.domain.language import Language
from counter_app.domain.visit import RowState
from counter_app.ui.shared.fonts import font_for
from counter_app.ui.shared.foreign import as_drawn

SIDE, TOP, GAP, LINE_GAP = 12, 8, 8, 2
SEGMENT_PADDING, ICON_GAP = 8, 6
STATES = (RowState.PRESENT, RowState.MISSING, RowState.UNCLEAR, RowState.NOT_NEEDED)
WIDE_IN_EM = 32
"""From this width on (in heights of a line) the states stand beside the text."""
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_FLAGS = int(WRAPPED | Qt.AlignmentFlag.AlignAbsolute)
_FAR = 100_000


@dataclass(frozen=True, slots=True)
class Words:
    """One text of a row.

    Args:
        language: None for German.
        stands_beside: it leaves room for the states where they stand beside the text.
    """

    text: str
    role: QPalette.ColorRole = QPalette.ColorRole.Text
    language: Language | None = None
    is_strong: bool = False
    stands_beside: bool = False


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """A text with its place, its font, and as it is drawn."""

    words: Words
    drawn: str
    font: QFont
    rect: QRect


@dataclass(frozen=True, slots=True)
class Spot:
    """Something to click: a state or a reason.

    Args:
        words: what stands on it. rect: where it stands.
        letter: its key; there is always room for it, so that nothing moves when it is shown.
    """

    key: str
    words: str
    icon_name: str
    is_chosen: bool
    rect: QRect = field(default_factory=QRect)
    letter: str = ""
    shows_letter: bool = False


@dataclass(frozen=True, slots=True)
class RowPlan:
    """The whole row at one width."""

    number: QRect
    texts: tuple[PlacedWords, ...]
    states: tuple[Spot, ...]
    reasons: tuple[Spot, ...]
    height: int


@dataclass(frozen=True, slots=True)
class RowMeasure:
    """Measures rows in one font."""

    font: QFont

    def plan(self, width: int, texts: Sequence[Words], states: Sequence[Spot], reasons: Sequence[Spot]) -> RowPlan:
        """Place everything."""
        metrics = metrics_of(self.font)
        left = SIDE + number_width(self.font) + GAP
        is_wide = width >= WIDE_IN_EM * metrics.height()
        across = sum(self._spot_width(spot) for spot in states)
        height = metrics.height() + TOP + 2
        beside = width - SIDE - across - 2 * GAP if is_wide else width - SIDE
        placed = tuple(self._placed(texts, left, beside, width - SIDE, TOP + height + GAP if is_wide else 0))
        bottom = placed[-1].rect.bottom() + 1
        if is_wide:
            shown = tuple(self._in_line(states, width - SIDE - across, TOP, height))
            bottom = max(bottom, TOP + height)
        else:
            shown = tuple(self._flowing(states, left, width - SIDE, bottom + GAP, 0))
            bottom = shown[-1].rect.bottom() + 1
        chips = tuple(self._flowing(reasons, left, width - SIDE, bottom + GAP, GAP))
        bottom = chips[-1].rect.bottom() + 1 if chips else bottom
        number = QRect(SIDE, TOP + 4, number_width(self.font), metrics.height())
        return RowPlan(number, placed, shown, chips, bottom + TOP)

    def _placed(
        self, texts: Sequence[Words], left: int, beside: int, right: int, below_states: int
    ) -> Iterator[PlacedWords]:
        """One below the other; below the states a text may use the whole width."""
        y = TOP + 4
        for words in texts:
            edge = beside if words.stands_beside or y < below_states - GAP else right
            font = font_of(self.font, words.language, is_strong=words.is_strong)
            drawn = as_drawn(words.text, words.language)
            box = metrics_of(font).boundingRect(QRect(0, 0, max(edge - left, 1), _FAR), _FLAGS, drawn)
            yield PlacedWords(words, drawn, font, QRect(left, y, max(edge - left, 1), box.height()))
            y += box.height() + LINE_GAP

    def _spot_width(self, spot: Spot) -> int:
        metrics = metrics_of(self.font)
        return 2 * SEGMENT_PADDING + metrics.height() + ICON_GAP + metrics.horizontalAdvance(spot.words + spot.letter)

    def _in_line(self, spots: Sequence[Spot], x: int, y: int, height: int) -> Iterator[Spot]:
        for spot in spots:
            width = self._spot_width(spot)
            yield replace(spot, rect=QRect(x, y, width, height))
            x += width

    def _flowing(self, spots: Sequence[Spot], left: int, right: int, y: int, gap: int) -> Iterator[Spot]:
        """Beside each other, in as many lines as needed."""
        x, height = left, metrics_of(self.font).height() + TOP + 2
        for spot in spots:
            width = min(self._spot_width(spot), right - left)
            if x > left and x + width > right:
                x, y = left, y + height + max(gap, LINE_GAP) // 2
            yield replace(spot, rect=QRect(x, y, width, height))
            x += width + gap


def number_width(font: QFont) -> int:
    """Room for two digits, or three narrow ones."""
    return metrics_of(font).horizontalAdvance("00") + 4


def font_of(base: QFont, language: Language | None, *, is_strong: bool) -> QFont:
    """The font of a text."""
    font = QFont(font_for(language, base))
    if is_strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def metrics_of(font: QFont) -> QFontMetrics:
    """Its measures."""
    return QFontMetrics(font)
