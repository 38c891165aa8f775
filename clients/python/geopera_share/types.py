"""The types of inputs and outputs: ``from geopera_share.types import ShareLinkCreate``."""

from ._generated.schemas import *  # noqa: F403
