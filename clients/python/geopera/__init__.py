"""Share geospatial rasters by link: the client of Geopera Share."""

from ._binary_answer import BinaryAnswer
from ._client import AsyncGeopera, Geopera
from ._errors import GeoperaError, InputFault

__all__ = ["AsyncGeopera", "BinaryAnswer", "Geopera", "GeoperaError", "InputFault"]
