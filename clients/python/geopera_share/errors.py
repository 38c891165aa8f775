"""What calls raise, a class for every problem type: ``from geopera_share.errors import NotFoundError``."""

from ._errors import GeoperaError as GeoperaError
from ._errors import NoAnswerError as NoAnswerError
from ._generated.errors import *  # noqa: F403
