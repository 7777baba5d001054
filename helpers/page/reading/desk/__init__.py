"""The front desk: what is settled before any page opens, and where a journal is locked or saved.

Whose computer is this? What is the passphrase? The file is damaged: shall the newest backup take
its place? These are plain pages of the kit's own server. A passphrase is typed there and goes to
no notebook; the key lives in this program, and reaches a page's kernel through the page.
"""

from helpers.page.reading.desk.desk import Desk
from helpers.page.reading.desk.handlers import ToDesk, acting, handlers

__all__ = ["Desk", "ToDesk", "acting", "handlers"]
