"""Everything that tracuu raises on purpose.

Each message is one Vietnamese sentence (or two) for the person at the screen: the value that was
refused, the limit, and what to do next.

    TracuuError
    ├── SourceError           a document file that cannot be read
    ├── CorpusError           the folder of documents is missing or holds nothing to read
    ├── ModelError            an embedding model that cannot be found or loaded
    ├── IndexStoreError       an index folder that cannot be used
    │   ├── IndexMissingError     there is no index yet
    │   ├── IndexDamagedError     a file is missing, cut short or altered
    │   └── IndexMismatchError    made by another model or another format of tracuu
    ├── QuestionError         an empty question, or one that is too long
    ├── QuotationError        an empty quotation or draft, or one that is too long
    ├── DraftError            a draft that cannot be read, or a copy that cannot be written
    ├── ReviewError           notes on findings that cannot be read or kept
    ├── StoppedError          somebody asked to stop before the work was done
    ├── QuestionFileError     a question file or BEIR folder that does not fit its format
    └── ServerError           the page cannot be opened (the port is taken)
"""


class TracuuError(Exception):
    """Root of the tree; the text of the exception is what a person reads."""


class SourceError(TracuuError):
    """A document file that cannot be read."""


class CorpusError(TracuuError):
    """The folder of documents is missing or holds nothing that can be read."""


class ModelError(TracuuError):
    """An embedding model that cannot be found or loaded."""


class IndexStoreError(TracuuError):
    """An index folder that cannot be used."""


class IndexMissingError(IndexStoreError):
    """There is no index in the folder yet."""


class IndexDamagedError(IndexStoreError):
    """A file of the index is missing, cut short or altered."""


class IndexMismatchError(IndexStoreError):
    """The index was made by another model or another format of tracuu."""


class QuestionError(TracuuError):
    """An empty question, or one that is too long."""


class QuotationError(TracuuError):
    """An empty quotation or draft, or one that is too long."""


class DraftError(TracuuError):
    """A draft that cannot be read, or a commented copy that cannot be written."""


class ReviewError(TracuuError):
    """Notes on findings that cannot be read or kept, or a finding that is not there."""


class StoppedError(TracuuError):
    """Somebody asked to stop before the work was done."""


class QuestionFileError(TracuuError):
    """A question file or BEIR folder that does not fit its format."""


class ServerError(TracuuError):
    """The web page cannot be opened."""
