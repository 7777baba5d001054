"""A clock for tests of what happens on which day."""

from datetime import UTC, datetime, timedelta

BEGIN = datetime(2026, 3, 2, 12, tzinfo=UTC)  # noon: the same day in every time zone of ours


class Clock:
    """A clock that stands, and moves only when told."""

    def __init__(self, now=BEGIN):
        self.now = now

    def __call__(self):
        return self.now

    @property
    def today(self):
        return self.now.astimezone().date()

    def on(self, month, day):
        """Set it to noon of a day of the same year."""
        self.now = datetime(self.now.year, month, day, 12, tzinfo=UTC)

    def later(self, **steps):
        """Move it on, such as by ``days=7``."""
        self.now += timedelta(**steps)
