"""A button to follow a topic, a matter, a committee or a member.

Files in working order:
    following   by a feed or by e-mail
"""

__all__: list[str] = ["following"]
