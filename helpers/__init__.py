"""Everything the notebooks call, one folder for each subject.

Reflections (a folder and a notebook of the same name; they never import each other)
    start         the first page: where am I, what next; my own words; three hats
    expectations  what leaders expect of improvement, and of its data
    voices        inequality, inclusion, whose 80%; its map stands in its docstring
    statement     putting it into words: one page, the article, what others have seen
    packs         people combined without a server (its notebook is the facilitator's)

Rooms that reflections share (none of them knows a reflection)
    spc           run charts and control charts: limits, rules, verdicts
    journal       what one person wrote and promised: kept, locked, exported, deleted
    disclosure    what may be shown of a small group
    evidence      facts with their sources, as cards and as BibTeX
    intake        files in; Problem, the one error readers see
    golden        our numbers against other tools': what every such comparison shares
    page          what a screen is made of: template, look, forms, figures, words; the front desk,
                  promises, the journal's own screens, pages that a facilitator writes

And one that runs before anything is installed
    install       the kit's own Python folder, made once

The commands live in ``helpers.__main__`` and are reached through ``kit.py``.
"""
