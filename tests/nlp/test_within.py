from hypothesis import given
from hypothesis import strategies as st

from nlp.layers import Place
from nlp.within import Within

places = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda p: Place(p[0], p[0] + p[1])), max_size=15
)


@given(places, st.integers(0, 30), st.integers(1, 10))
def test_places_inside_and_around_are_those_that_a_look_at_all_finds(
    all_: list[Place], start: int, length: int
) -> None:
    end = start + length
    index = Within(all_)
    assert sorted(index.inside(start, end)) == sorted(p for p in all_ if start <= p.start and p.end <= end)
    assert sorted(index.around(start, end)) == sorted(p for p in all_ if p.start <= start and end <= p.end)
    assert index.all_inside(start, end) == list(index.inside(start, end))
