from retriever.fusion import reciprocal_rank


def test_what_both_rankings_find_beats_what_one_puts_first() -> None:
    fused = reciprocal_rank([([1, 2, 3], 1.0), ([4, 2, 5], 1.0)])
    assert max(fused, key=lambda found: fused[found]) == 2


def test_a_heavier_ranking_decides_between_two_first_places() -> None:
    fused = reciprocal_rank([([1], 1.0), ([2], 2.0)])
    assert fused[2] == 2 * fused[1]


def test_no_rankings_give_no_scores() -> None:
    assert reciprocal_rank([]) == {}
