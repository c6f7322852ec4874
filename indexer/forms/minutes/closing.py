"""What closes a decision: reasons, notes, who left, the next heading of the minutes."""

from __future__ import annotations

from indexer.forms.form import form

AFTER = form(
    "what closes a decision",
    r"^\W*(?:reasons?\b|matters arising\b|interests? declared|any interest|note:|notes:|\(?(?:councillor|cllr|mr|mrs|ms|"
    r"dr)\b.*\b(?:left|joined|entered|abstained|withdrew|requested|asked)|alternative options|"
    r"options considered|votes?\b|voting|for\W*\(?\d|"
    r"against\W*\(?\d|abst\w+\W*\(?\d|(?:for|against|abst\w+)\s*:|(?:for|against) the (?:motion|amendment)\W*\(?\d|action|contact|background|the meeting (?:closed|ended|concluded|"
    r"finished)|meeting (?:closed|concluded|ended)|(?:the )?chair(?:man|person)?\W*$|there being no|"
    r"signed|call-?in|(?:the |this )?minutes? (?:of this item )?(?:is|are) (?:confidential|exempt|kept|not for)|"
    r"supporting documents|date of next|next meeting|(?:proposed|moved|seconded)(?: by\b|\s*:|\W+(?:cllr|councillor|cr|mr|mrs|ms|dr)\b)|on being put|"
    r"(?:motion )?(?:carried|lost|defeated)\W*(?:unanimously\b.*|by \w+ majority.*|\d.*)?$|(?:council )?(?:resolution|motion) (?:number|no)\b|"
    r"at this (?:point|juncture))",
    "Reasons for the decision",
    "to note the report",
)
