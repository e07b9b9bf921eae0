"""What a script wrote lies under what was written by hand."""

from nlp.layering import merged


def test_lists_are_joined_and_keys_added() -> None:
    hand = {"percent": ["pct"], "scale": {"1000": {"singular": ["mil"]}}}
    made = {"percent": ["%", "pct"], "scale": {"1000": {"plural": ["miles"]}, "1000000": {"singular": ["milo"]}}}
    assert merged(hand, made) == {
        "percent": ["pct", "%"],
        "scale": {"1000": {"singular": ["mil"], "plural": ["miles"]}, "1000000": {"singular": ["milo"]}},
    }


def test_a_form_belongs_where_the_hand_layer_puts_it() -> None:
    hand = {"endings": {"s": ["", "s"]}, "currency": {"EUR": ["krone~s"]}}
    made = {"currency": {"DKK": ["kroner", "Krones"], "EUR": ["euro"]}}
    assert merged(hand, made)["currency"] == {"EUR": ["krone~s", "euro"], "DKK": ["kroner"]}


def test_dropped_forms_are_left_out_everywhere() -> None:
    merged_table = merged({"drop": ["m"]}, {"measure": {"meter": ["m", "metre"]}, "percent": ["%"]})
    assert merged_table == {"measure": {"meter": ["metre"]}, "percent": ["%"]}


def test_a_single_value_of_the_hand_layer_wins() -> None:
    assert merged({"decimal": ","}, {"decimal": ".", "group": [" "]}) == {"decimal": ",", "group": [" "]}
