"""What was decided: the ruling found and told limb by limb, what had been recommended, what came of it.

decision     the whole answer              limbs        which limbs are quoted, with votes and amendments
ruled        one ruling as statements      recommended  what the report had asked for
verdict      yes or no in front            afterwards   what became of the matter later
headline     who moved it, how the vote fell, what became of it
before_that  the decision before the one that was asked about last
"""

__all__: list[str] = ["afterwards", "before_that", "decision", "headline", "limbs", "recommended", "ruled", "verdict"]
