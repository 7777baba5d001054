"""What a message must hold, for ``pytest.raises``."""


def said(*parts):
    """The whole message: in order, each part of it must be there."""
    return r".*".join(parts)
