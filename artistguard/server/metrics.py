"""Plain counters, as Prometheus reads them."""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = {
    "artistguard_requests_total": "Requests answered.",
    "artistguard_statements_confirmed_total": "Statements that were given a receipt.",
    "artistguard_statements_refused_total": "Statements that were refused.",
    "artistguard_deliveries_refused_total": "Deliveries that were refused as a whole.",
    "artistguard_requests_held_up_total": "Requests that came too often.",
    "artistguard_items_checked_total": "Items that were looked up.",
}


class Counters:
    """Counts since the server was started; safe to use from many threads."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._counts: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()

    def count(self, name: str, more: int = 1, **labels: str) -> None:
        """Count something.

        Args:
            name: Of the counter.
            more: How many.
            labels: From a small closed set; never what a stranger wrote.
        """
        with self._turn:
            self._counts[name, tuple(sorted(labels.items()))] += more

    def text(self, gauges: Mapping[str, int]) -> str:
        """Everything counted, and values of this moment.

        Source: Prometheus exposition formats, "Text-based format" 0.0.4.
        """
        with self._turn:
            counts = sorted(self._counts.items())
        rows: list[str] = []
        for name, words in _WORDS.items():
            rows += [f"# HELP {name} {words}", f"# TYPE {name} counter"]
            rows += [f"{name}{_labels(labels)} {value}" for (counter, labels), value in counts if counter == name]
        for name, value in gauges.items():
            rows += [f"# TYPE {name} gauge", f"{name} {value}"]
        return "\n".join(rows) + "\n"


def _labels(labels: tuple[tuple[str, str], ...]) -> str:
    return "{" + ",".join(f'{name}="{value}"' for name, value in labels) + "}" if labels else ""
