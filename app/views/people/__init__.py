"""What people see who sign in: the entrance, and for administrators who has a role and what the audit log says.

Files in working order:
    entrance  who looks at the page; the sign-in, and the sign over what is not public
    people    the page for administrators: roles, and the audit log
"""

from app.views.people.entrance import admitted

__all__ = ["admitted"]
