"""How large a pack and a folder of packs may be: far above what a person writes."""

LARGEST_PACK = 512 * 1024  # bytes; a full journal of the kit makes about a tenth
LARGEST_FOLDER = 32 * 1024**2  # bytes of all packs that are combined together
MOST_FILES = 2_000  # in one folder

DEEPEST = 6  # objects and lists inside each other; the format needs four
MOST_ANSWERS = 500
MOST_OPTIONS = 100
MOST_ROWS = 100
LONGEST_TEXT = 20_000  # characters; as long as a box of the kit takes
LONGEST_LABEL = 500
LONGEST_ID = 120
LARGEST_NUMBER = 1e12  # above what anybody counts on these pages
LONGEST_NUMBER = 30  # characters of a number in a file
