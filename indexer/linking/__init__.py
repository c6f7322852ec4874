"""The papers of a folder in, what they say about each other out. Never reads a file, and changes no text.

Files in working order:
    same_text         whether two texts say the same
    copies            papers that say the same in other bytes count as one
    missing_meetings  a section's missing meeting, by majority vote of the other papers in its folder
    versions          which section replaced another, and which meeting confirmed minutes
    fates             what became of a recommendation
    due               the day by which something is to be done
    followed_actions  what later logs and minutes say became of an action
    matters/          which items of many meetings are of one matter
"""

from indexer.linking.copies import likeness_key, merged
from indexer.linking.fates import Fate, FateKind, fates_of
from indexer.linking.missing_meetings import settle
from indexer.linking.versions import Version, versions_of

__all__ = ["Fate", "FateKind", "Version", "fates_of", "likeness_key", "merged", "settle", "versions_of"]
