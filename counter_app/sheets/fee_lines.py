"""What a sheet says about money: the fee of a matter, and prices."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from counter_app.domain.content import Content
from counter_app.domain.fee import Fee, FeeItem, FeeResult, FeeState
from counter_app.domain.label import Label
from counter_app.domain.slots import german_amount
from counter_app.sheets.wording import Line, Wording, joined


class FeeLines:
    """Says what something costs; the paragraph stands beside each amount."""

    def __init__(self, content: Content, words: Wording) -> None:
        self._content = content
        self._words = words

    def of_matter(self, fee: FeeResult) -> Iterator[Line]:
        """What the matter costs in this case."""
        yield from (self._item(item) for item in fee.items)
        match fee.state:
            case FeeState.NONE:
                yield self._words.label(Label.FEE_NONE)
            case FeeState.DEPENDS:
                if depends := self._words.facts(Label.FEE_OPEN, fee.depends_on):
                    yield depends
            case FeeState.OFFICE_DECIDES:
                norms = dict.fromkeys(item.charge.discretion.norm for item in fee.items if item.charge.discretion)
                yield joined(" ", self._words.label(Label.FEE_OFFICE), self._words.plain(f"({'; '.join(norms)})"))
            case FeeState.KNOWN:
                yield from self._known_total(fee)
        if fee.total != 0:
            yield self._words.label(Label.FEE_EXACT)

    def prices(self, fees: Iterable[Fee], day: date) -> Iterator[Line]:
        """What acts regularly cost on a day; who pays less is for the office to say in each case."""
        for fee in fees:
            regular = fee.on(day).amounts[-1]
            yield self._priced(self._words.line(fee.name), regular.eur, regular.norm or fee.norm)

    def _item(self, item: FeeItem) -> Line:
        return self._priced(self._words.line(item.fee.name), item.charge.eur, item.charge.norm)

    def _priced(self, name: Line, eur: Decimal, norm: str) -> Line:
        amount = german_amount(eur)
        return joined(" – ", name, self._words.plain(f"{amount} ({norm})", amount))

    def _known_total(self, fee: FeeResult) -> Iterator[Line]:
        if not fee.total:
            yield self._words.label(Label.FEE_ZERO)
        elif len(fee.items) > 1:
            yield self._words.labelled(Label.FEE_TOTAL, self._words.plain(german_amount(fee.total)))
