"""The kit's own Python folder: made once by ``kit.py``, before anything else is installed.

Only the standard library is used here.
"""

from helpers.install.packages import Stop, prepare
from helpers.install.place import Place

__all__ = ["Place", "Stop", "prepare"]
