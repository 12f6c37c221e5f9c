"""A source goes through JSON and comes back equal."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.reading.source import Cell, Grid, OtherReading, Source
from cchc_desktop.reading.source_json import source_as_json, source_from_json

CELLS = st.one_of(
    st.none(), st.builds(Cell, st.text(max_size=20), st.integers(1, 9), st.integers(1, 9), st.booleans())
)
GRIDS = st.builds(
    Grid,
    st.lists(st.lists(CELLS, max_size=3).map(tuple), max_size=3).map(tuple),
    st.text(max_size=9),
    st.integers(0, 9),
    st.lists(st.integers(0, 5), max_size=2).map(tuple),
)
NOTICES = st.lists(st.tuples(st.text(max_size=5), st.text(max_size=9)), max_size=2).map(tuple)
OTHERS = st.builds(
    OtherReading, st.text(max_size=9), st.text(max_size=9), st.lists(GRIDS, max_size=2).map(tuple), NOTICES
)


@settings(max_examples=40)
@given(
    st.builds(
        Source,
        st.text(max_size=9),
        st.sampled_from(["docx", "xlsx"]),
        st.lists(GRIDS, max_size=2).map(tuple),
        st.lists(st.text(max_size=9), max_size=3).map(tuple),
        NOTICES,
        st.text(max_size=9),
        st.lists(OTHERS, max_size=2).map(tuple),
    )
)
def test_there_and_back(source: Source) -> None:
    assert source_from_json(json.loads(json.dumps(source_as_json(source)))) == source
