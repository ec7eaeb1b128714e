"""What is printed: a table for each language, and the ratios last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import geometric_mean, median, quantiles

from benchmarks.sheets.cold import ALL_OF_OURS
from benchmarks.sheets.printers import OURS, TYPST
from benchmarks.sheets.race import Race, Result
from benchmarks.sheets.starts import Starts


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything about one language."""

    race: Race
    starts: Starts


def show_language(tag: str, stand_ins: float, outcome: Outcome) -> None:
    """How the sheets look in numbers, and how long they take."""
    race, starts = outcome.race, outcome.starts
    texts = f"{stand_ins:.0%} of all texts are stand-ins" if stand_ins else "all texts are translations"
    print(f"\n{tag}: {race.warm_ups} sheets to get warm, then {race.sheets} others; {texts}")
    print("  printer     sheets  median ms  (10 % below, above)  CPU ms    kB  pages (other than ours)      tagged")
    ours = {result.sheet: result for result in race.results[OURS]}
    for name, results in race.results.items():
        print(f"  {name:10}{_row(results, ours)}")
    print(f"  QR code, in nobody's time: {median(race.matrix_seconds) * 1000:.1f} ms")
    print(f"  our time: {', '.join(f'{step} {share:.0%}' for step, share in race.shares.items())}")
    print(f"  a fresh process with one sheet, ms: {_listed(starts.cold_ms)}")
    print(f"  most memory with five sheets, MB: {_listed(starts.memory_mb)}")


def _row(results: Sequence[Result], ours: Mapping[int, Result]) -> str:
    times = [result.seconds * 1000 for result in results]
    tenths = quantiles(times, n=10)
    spread = f"({tenths[0]:.1f}, {tenths[-1]:.1f})"
    cpu = median(result.cpu_seconds for result in results) * 1000
    size = median(result.size for result in results) / 1000
    pages = sum(result.pages for result in results)
    differing = sum(result.pages != ours[result.sheet].pages for result in results)
    tagged = f"{sum(result.is_tagged for result in results)} of {len(results)}"
    counts = f"{pages:5} {f'({differing} sheets)':>18}"
    return f"{len(results):8} {median(times):10.1f}  {spread:>19} {cpu:7.1f} {size:5.0f}  {counts}  {tagged:>10}"


def _listed(values: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.0f}" for name, value in values.items())


def show_ratios(outcomes: Mapping[str, Outcome]) -> None:
    """Ours divided by each peer's, so less is better: by language, and the geometric mean."""
    peers = [name for name in next(iter(outcomes.values())).race.results if name != OURS]
    races = {tag: outcome.race for tag, outcome in outcomes.items()}
    print()
    for peer in peers:
        _show_starts(peer, {tag: outcome.starts for tag, outcome in outcomes.items()})
        _show(f"size ours/{peer}", {tag: _ratio(race, peer, "size") for tag, race in races.items()})
        _show(f"sheets ours/{peer} warm CPU", {tag: _ratio(race, peer, "cpu_seconds") for tag, race in races.items()})
    if TYPST in peers:
        first = {tag: _ratio(race, TYPST, "seconds", race.alone) for tag, race in races.items()}
        _show(f"sheets ours/{TYPST} warm with new texts", first)
    print()
    for peer in reversed(peers):
        ratios = {tag: _ratio(race, peer, "seconds") for tag, race in races.items()}
        for tag, ratio in ratios.items():
            print(f"ratio sheets ours/{peer} warm {tag}: {ratio:.2f}")
        print(f"ratio sheets ours/{peer} warm: {geometric_mean(ratios.values()):.2f}")


def _show_starts(peer: str, starts: Mapping[str, Starts]) -> None:
    for what, name in {"cold": OURS, "cold with all content": ALL_OF_OURS}.items():
        cold = {tag: found.cold_ms[name] / found.cold_ms[peer] for tag, found in starts.items()}
        _show(f"sheets ours/{peer} {what}", cold)
    if all(found.memory_mb[peer] for found in starts.values()):  # not every system tells
        _show(
            f"memory ours/{peer}", {tag: found.memory_mb[OURS] / found.memory_mb[peer] for tag, found in starts.items()}
        )


def _show(name: str, ratios: Mapping[str, float]) -> None:
    each = ", ".join(f"{tag} {ratio:.2f}" for tag, ratio in ratios.items())
    print(f"ratio {name}: {geometric_mean(ratios.values()):.2f} ({each})")


def _ratio(race: Race, peer: str, quality: str, since: int = 0) -> float:
    """Our median on the peer's sheets divided by its own; ``since`` is the first sheet that counts."""
    theirs = {result.sheet: result for result in race.results[peer] if result.sheet >= since}
    ours = [result for result in race.results[OURS] if result.sheet in theirs]
    our_median, their_median = (median(getattr(one, quality) for one in results) for results in (ours, theirs.values()))
    ratio: float = our_median / their_median
    return ratio
