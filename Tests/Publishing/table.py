"""The table of what was measured, and what was promised."""
import sys


class Table:
    """Rows: what, measured, target, reached. A broken promise makes the program end with 1; a figure does not."""

    def __init__(self):
        self.rows, self.broken, self.skipped = [], [], []

    def promise(self, what, is_kept, measured="", target=""):
        self.rows.append((what, measured or ("yes" if is_kept else "no"), target or "always", is_kept))
        if not is_kept:
            self.broken.append(what)
        self.show()

    def figure(self, what, value, unit, target=None):
        text = f"{value:.3g} {unit}" if value < 1000 else f"{value:,.0f} {unit}"
        limit = "" if target is None else f"≤ {target:g} {unit}"
        self.rows.append((what, text, limit, target is None or value <= target))
        self.show()

    def skip(self, what):
        self.skipped.append(what)
        print(f"SKIPPED: {what}", file=sys.stderr, flush=True)

    def show(self):
        """Shows the newest row at once, because the next one may take minutes."""
        print("| " + " | ".join([*self.rows[-1][:3], "yes" if self.rows[-1][3] else "NO"]) + " |", flush=True)

    def end(self):
        print(f"{len(self.rows)} rows, {len(self.broken)} broken promises, {len(self.skipped)} skipped")
        for what in self.broken:
            print(f"error: broken: {what}", file=sys.stderr)
        for what in self.skipped:
            print(f"note: NOT MEASURED: {what}", file=sys.stderr)
        return bool(self.broken)
