"""Share geospatial rasters by link: the client of Geopera Share."""

from . import errors, types
from ._binary_answer import BinaryAnswer
from ._client import AsyncGeopera, Geopera
from ._errors import GeoperaError, InputFault, NoAnswerError
from ._version import VERSION as __version__

__all__ = [
    "AsyncGeopera",
    "BinaryAnswer",
    "Geopera",
    "GeoperaError",
    "InputFault",
    "NoAnswerError",
    "__version__",
    "errors",
    "types",
]
