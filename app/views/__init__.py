"""The pages: they show what the assistant says, and decide nothing about it.

In working order: desk (the assistant, one question at a time), frame (navigation, and what is shown when there is no
index), ask (the page of questions), conversation, answer, source (the page beside it), excerpt, about, sidebar;
decisions, trace and briefing (pages of their own) with reading (what lies open beside them), table, timeline and
downloads; announcer, wording, plain (the only way for text from outside into a label), style, serving (papers and headers).
`main` is the script that Streamlit runs, `product` the desk that it and the paper route share.
"""
