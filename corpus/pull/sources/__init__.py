"""Kinds of sites in, the same records out, whatever a site speaks. Asks by way of `corpus/pull/web.py` only.

Files in working order:
    answers     what a Modern.Gov service answers, as records
    modern_gov  a council's Modern.Gov site as a source
    web_folder  a web page that lists papers as a source
    oparl       a site that speaks OParl as a source
"""

__all__: list[str] = ["answers", "modern_gov", "oparl", "web_folder"]
