"""The pages: they show what the assistant says, and decide nothing about it.

In working order: desk (the assistant, one question at a time), office (what a process keeps besides the papers), visitor
(whose browser it is), frame (navigation, and what is shown when there is no index), ask (the page of questions),
conversation, answering (an answer under way), answer, response (what a reader can do with it), history (the visitor's
conversations), source (the page beside it), excerpt; decisions, trace and briefing (pages of their own) with reading
(what lies open beside them), table, timeline and downloads; papers (what is held), keeper (who may change it), renewal (their new cookie), about,
sidebar, announcer, wording, plain (the only way for text from outside into a label), style, serving with original_response
(the papers themselves), guards (what every request passes first: origin, cookie, headers).
`main` is the script that Streamlit runs, `product` the desk that it and the paper route share.
"""
