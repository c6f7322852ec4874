"""The labels of the fields in the record of a decision."""

from __future__ import annotations

from indexer.forms.form import form

_NUMBER = r"^\W*(?:\d{1,2}[.)]?\s+)?"

# "Key decision: No" says of what kind it is, "Decision no: 4" how it is filed
DECISION_FIELD = form(
    "label of what was decided",
    rf"{_NUMBER}(?:the |actual |summary of (?:the )?|details? of (?:the )?|text of (?:the )?|what (?:is|was) the )?"
    r"(?:officer |delegated |executive )?decisions?(?: (?:taken|made|that was (?:taken|made)))?(?: in full)?\s*"
    r"(?:[:\t]\s*[–-]?\s*(?P<text>\S.*)?$|\?\W*$|\W*$)",
    "Details of the decision: To let the quay",
    "Key decision: No",
)

OTHER_FIELD = form(
    "label of another field of the record of a decision",
    rf"{_NUMBER}(?:(?:summary of |main |the )?(?:reasons?|rationale|justification|grounds)(?: for (?:the |this |taking |making )?"
    r"(?:the |this )?(?:\w+ )?(?:decisions?|recommendations?|urgency))?|"
    r"(?:details of )?(?:any )?(?:other |alternative )*(?:options?|alternatives?)(?: that were)? (?:considered|rejected)(?: and "
    r"(?:rejected|why\b.{0,40}))?|"
    r"(?:list of )?(?:background|supporting) (?:papers?|documents?|information|reports?)|(?:electoral )?wards?(?:\(s\)| )?(?: ?affected)?|"
    r"(?:\w+,? )?(?:(?:and|&) )?(?:\w+ )?(?:implications?|considerations?|comments?)|"
    r"(?:details of (?:any )?)?(?:consult(?:ation|ees?)|persons? consulted)(?: \w+){0,3}|"
    r"(?:any |details of (?:any )?)?(?:conflicts?|declarations?|disclosable) (?:of )?(?:any )?interests?(?: declared)?|dispensations?(?: granted)?|"
    r"(?:subject to )?call[- ]in(?: \w+){0,3}|(?:is (?:it|this) an? )?(?:key|urgent) decision|exempt(?: information)?|confidential(?:ity)?|"
    r"(?:implementation|publication|effective) date|date (?:of|for) \w+(?: \w+)?|date|signed(?: by)?|signature|"
    r"(?:contact|report|lead) (?:officer|author)s?|author|background|introduction|(?:equality |risk )?assessment|"
    r"delegat(?:ion|ed) (?:powers?|authority)?(?: \w+){0,3}|authority(?: for (?:the )?decision)?|risks?|costs?|budget|attachments?|"
    r"appendices|documents? considered)\s*(?:[:\t?]|\W*$)",
    "Alternative options considered and rejected:",
    "The reasons for this are plain: it leaks.",
)
