"""Personal: everything that is stored of one person, to be given to them or erased."""

from __future__ import annotations

import json
from dataclasses import asdict

from app.people.audit import Audit, Deed, kept_audit
from app.people.seeing import Person, Role
from app.saved.conversations import Conversations
from app.saved.served import conversations_of
from corpus.errors import WrongInput
from corpus.settings import Settings

KEEPER = Person(Role.ADMINISTRATOR, frozenset(), "", "command line")


def exported(settings: Settings, who: str) -> str:
    """A person's conversations and what the log has of them, as JSON; raises WrongInput where nobody is meant."""
    audit, conversations = _opened(settings)
    try:
        ids = _ids(audit, who)
        held = {
            "conversations": [
                {
                    "title": one.title,
                    "questions": [_as_fields(turn.question, turn.answer) for turn in conversations.turns(one.id)],
                }
                for id_ in ids
                for one in conversations.of(id_)
            ],
            "log": [asdict(entry) for id_ in ids for entry in audit.entries(who=id_)],
        }
        audit.record(KEEPER, Deed.EXPORTED_PERSON)
    finally:
        audit.close()
        conversations.close()
    return json.dumps(held, ensure_ascii=False, indent=1)


def erased(settings: Settings, who: str) -> tuple[int, int]:
    """How many conversations and entries of the log a person was taken out of; raises WrongInput where nobody is meant.

    A person who has only asked without signing in is a browser, and deletes their conversations themselves.
    """
    audit, conversations = _opened(settings)
    try:
        ids = _ids(audit, who)
        gone = sum(conversations.erase(id_) for id_ in ids)
        entries = sum(audit.erase(id_) for id_ in ids)
        audit.record(KEEPER, Deed.ERASED_PERSON)
    finally:
        audit.close()
        conversations.close()
    return gone, entries


def _as_fields(question: str, answer: str) -> dict[str, str]:
    """A question with the words of its answer."""
    return {"question": question, "answer": str(json.loads(answer)["text"]) if answer else ""}


def _opened(settings: Settings) -> tuple[Audit, Conversations]:
    return kept_audit(settings), conversations_of(settings)


def _ids(audit: Audit, who: str) -> list[str]:
    ids = audit.ids_of(who)
    if not ids:
        raise WrongInput(f"Nobody who signed in is called {who!r}.", hint="Give the name as the page People shows it.")
    if len(ids) > 1 and who not in ids:
        raise WrongInput(f"{len(ids)} people are called {who!r}.", hint=f"Give one of these ids: {', '.join(ids)}.")
    return ids
