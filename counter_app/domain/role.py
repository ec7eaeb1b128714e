"""Who takes part in a matter: whoever must bring or make a paper, and every person of a family's visit."""

from enum import StrEnum


class Role(StrEnum):
    """A part in a matter; the text id of its name is ``role/<id>``.

    ``applicant`` is the person the matter is about, ``reference`` the one in Germany whom a family joins,
    ``host`` whoever invites or vouches.
    """

    APPLICANT = "applicant"
    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    REFERENCE = "reference"
    HOST = "host"
    EMPLOYER = "employer"
    OTHER = "other"
