"""The types of inputs and outputs: ``from geopera.types import ShareLinkCreate``."""

from ._generated.schemas import *  # noqa: F403
