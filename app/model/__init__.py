"""A composed answer in, the same in a language model's words out, as far as they pass the checks. Never trusts a reply.

This door imports nothing: LangChain is loaded only where a model is set.

Files in working order:
    prompts    every word that is sent to a model
    writer     messages -> a reply in pieces: a model, or recorded replies
    claims     a sentence of the reply with the passages that it cites
    checks/    why a sentence may not be shown
    rewriting  written: all of it together
"""

__all__: list[str] = ["checks", "claims", "prompts", "rewriting", "writer"]
