"""What single members do at a meeting, beside deciding together.

interests    Interest: who declared an interest in what, and whether they left
vote_tables  VoteTable: names under For, Against and Abstained, and roll calls
"""

from indexer.findings.members.interests import Interest, interests_of

__all__ = ["Interest", "interests_of"]
