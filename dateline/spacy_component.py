"""The factory of the spaCy component; see ``component.DatelineComponent``.

spaCy imports this module whenever any pipeline is loaded, so that it imports the coder late.
"""

from collections.abc import Callable
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("dateline", default_config={"published": None})
def make_dateline(nlp: Language, name: str, published: str | None) -> Callable[[Doc], Doc]:
    """Make the component.

    Args:
        published: ISO day that relative times are resolved against, if a Doc has none of its own.
    """
    from dateline.coder import coder_info
    from dateline.component import DatelineComponent

    day = date.fromisoformat(published) if published else None
    return DatelineComponent(coder_info(nlp), day)
