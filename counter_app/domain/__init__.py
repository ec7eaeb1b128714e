"""The trade itself: languages, phrases, matters, papers, rules and fees. Pure: no files, no Qt, no SQL."""
