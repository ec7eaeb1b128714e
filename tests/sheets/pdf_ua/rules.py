"""The rules that our checker knows."""

from enum import StrEnum


class Rule(StrEnum):
    """What a file must not do.

    Numbers like 01-003 are failure conditions of the Matterhorn protocol; UA is a clause of ISO 14289-1 (PDF/UA-1),
    PDF one of ISO 32000-1. What has neither is our own.
    """

    # The document.
    HEADER = "UA 6.1: the header does not name PDF 1.x"
    NOT_MARKED = "UA 7.1: the catalog does not say that the file is tagged"
    SUSPECTS = "01-007: the tags are called suspect"
    NO_XMP = "06-001: no XMP metadata"
    CLAIM = "06-002: the claim of conformance names another part than 1"
    NO_TITLE = "06-003: no title in the metadata"
    TITLES_DIFFER = "own: the titles in the metadata and in the information differ"
    NO_TITLE_SHOWN = "07-001: nothing says that viewers show the title"
    TITLE_HIDDEN = "07-002: viewers are told not to show the title"
    NO_LANGUAGE = "11-001: the document has no language"
    BAD_LANGUAGE = "UA 7.2: a language is not a BCP 47 tag"
    ENCRYPTED = "UA 7.16: the file is encrypted"
    TAB_ORDER = "28-009: the Tab key does not follow the structure of a page"
    UNKNOWN_FEATURE = "own: the file uses something that the checker has no rules for"

    # What the pages paint.
    ARTIFACT_IN_TAGGED = "01-003: an artifact stands inside tagged content"
    TAGGED_IN_ARTIFACT = "01-004: tagged content stands inside an artifact"
    TAGGED_IN_TAGGED = "PDF 14.7.4.2: tagged content stands inside other tagged content"
    UNMARKED = "01-005: content is neither tagged nor an artifact"
    OVERLAPPING = "PDF 14.6.1: marks overlap text objects, or are not closed"
    NUMBER_TWICE = "PDF 14.7.4.2: two marks of a page have the same number"
    NOT_IN_PARENT_TREE = "PDF 14.7.4.4: the parent tree does not lead from a mark to its element"
    NO_SUCH_MARK = "PDF 14.7.4.2: an element points at a mark that no page has"
    MARK_OF_TWO = "PDF 14.7.4.2: two elements point at the same mark"
    EMPTY_MARK = "own: a mark of an element paints nothing"
    EMPTY_ACTUAL_TEXT = "own: a replacement text is empty, or replaces nothing"

    # The structure tree.
    NO_DOCUMENT = "own: the top of the tree is not one Document"
    PARENT = "PDF 14.7.2: an element does not point back at its parent"
    NOT_STANDARD = "02-001: a structure type is not standard and not mapped to one"
    CIRCULAR = "02-003: structure types are mapped in a circle"
    REMAPPED = "02-004: a standard structure type is mapped to another one"
    BLOCK_IN_LINE = "PDF 14.8.4: a block stands inside a paragraph, a heading or a piece of text"
    EMPTY_ELEMENT = "own: an element holds nothing"
    TABLE = "09-004: a part of a table stands in the wrong place"
    LIST = "09-005: a part of a list stands in the wrong place"
    NO_ALTERNATIVE = "13-004: a figure has no alternative text"
    NO_BOX = "PDF 14.8.5.4.3: a figure does not say where on the page it is"
    FIRST_HEADING = "14-002: the first heading is not an H1"
    LEVEL_SKIPPED = "14-003: a heading level is skipped"
    HEADINGS_MIXED = "14-007: headings with and without levels are mixed"
    NO_SCOPE = "15-003: a head cell of a table does not say what it is the head of"
    ROWS = "UA 7.2: the rows of a table are not equally wide"
    LIST_LABELS = "UA 7.6: a list with labels does not say how it is numbered"

    # Fonts.
    NOT_COMPOSITE = "own: a font is not composite, and the checker knows no other"
    CODES = "31-006: character codes are not plain glyph numbers"
    NO_GLYPH_MAP = "31-005: a font does not map its characters to glyphs"
    BAD_GLYPH_MAP = "31-004: a font's map from characters to glyphs is neither a stream nor Identity"
    NOT_EMBEDDED = "31-009: a font is not embedded"
    NOT_SUBSET = "own: a font is not marked as a subset"
    NO_GLYPH = "31-011: the embedded font has no glyph for a shown character"
    CIDSET = "31-015: a font lists its characters, and the checker does not compare such lists"
    WIDTHS = "31-016: a width in the PDF differs from the font's"
    NO_UNICODE_MAP = "31-027: a font has no map to Unicode"
    NOT_IN_UNICODE = "10-001: a shown character has no Unicode"
    ZERO = "31-028: a character is mapped to U+0000"
    BYTE_ORDER_MARK = "31-029: a character is mapped to U+FEFF or U+FFFE"
    NOTDEF = "31-030: the glyph for missing characters is shown"
