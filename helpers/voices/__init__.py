"""Voices: inequality, inclusion, and whose 80 per cent.

Where things are, each with its figures in ``charts`` and its view in ``activities``

    eighty          whose 80%: bars, lenses, silence; also of a reader's own list
    average, mixes  the average hides
    sentences_said  hear, carry, answer
    consequences    for whom?
    process_design  design it for the quietest person; its texts in a words.toml of their own
    own_file        how unequal, on the sample and on a reader's own table
    uptake          who gets it first?
    airtime, taps   who speaks? (transcripts are read in ``intake``)
    table_seats, panel   who is at the table?
    measures        what analysts call: intervals, gaps, slopes, spreads, funnels; ``golden`` checks them

The measures: `of_counts` and `of_values` take one area or thousands, groups along the last axis;
each measure returns a number, an interval or the reason there is none, and a sentence. Larger
always means more unequal, whichever way is good.

>>> from helpers.voices import difference, of_counts
>>> seen = of_counts(["poorest fifth", "richest fifth"], [84, 50], [1000, 1000], good="low", per=1000)
>>> difference(seen).sentence()
'Out of 1,000 people, 34 more in poorest fifth than in richest fifth (12 to 56). Poorest fifth is worse off.'
"""

from helpers.voices.measures import *  # noqa: F403
from helpers.voices.measures import __all__ as __all__
