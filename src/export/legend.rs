//! The legend of `graph.dot`: a small graph of the same shapes and colours.

use super::dot::{Attributes, Dot, colour};

/// Draws it as a cluster of its own; `whole` says whether claims of one outlet have nodes.
pub(super) fn draw(dot: &mut Dot, whole: bool) {
    let frame =
        [("label", "How to read this"), ("style", "rounded"), ("color", colour::FAINT), ("fontsize", "10")];
    dot.open_cluster("legend", &frame);
    for (id, attributes) in NODES {
        dot.node(id, attributes);
    }
    for (from, to, attributes) in EDGES {
        dot.edge(from, to, attributes);
    }
    if whole {
        dot.node("l_single", SINGLE_SOURCE);
        dot.edge("l_outlet", "l_single", &[]);
    }
    dot.close_cluster();
}

const SINGLE_SOURCE: Attributes = &[
    ("label", "single-source claim: one outlet says it"),
    ("shape", "note"),
    ("style", "filled,dashed"),
    ("width", "3.2"),
    ("color", colour::SINGLE),
    ("fillcolor", colour::SINGLE_FILL),
];

const NODES: &[(&str, Attributes)] = &[
    (
        "l_outlet",
        &[
            ("label", "outlet"),
            ("style", "filled,rounded"),
            ("color", colour::OUTLET),
            ("fillcolor", colour::OUTLET_FILL),
        ],
    ),
    (
        "l_reached",
        &[
            ("label", "outlet reached\nthrough others"),
            ("style", "filled,rounded,dashed"),
            ("color", colour::OUTLET),
            ("fillcolor", colour::OUTLET_FILL),
        ],
    ),
    (
        "l_shared",
        &[
            ("label", "shared claim: no fact differs\n(names with a + between them: one origin)"),
            ("style", "filled"),
            ("width", "3.2"),
            ("color", colour::SHARED),
            ("fillcolor", colour::SHARED_FILL),
        ],
    ),
    (
        "l_divergent",
        &[
            ("label", "divergent claim: one wording of it"),
            ("shape", "octagon"),
            ("style", "filled"),
            ("width", "3.2"),
            ("margin", "0.02,0.05"),
            ("color", colour::DIVERGENT),
            ("fillcolor", colour::DIVERGENT_FILL),
        ],
    ),
    (
        "l_without",
        &[
            ("label", "a wording of it that was not found to differ"),
            ("style", "filled,dashed"),
            ("width", "3.2"),
            ("color", colour::DIVERGENT),
            ("fillcolor", colour::SINGLE_FILL),
        ],
    ),
    (
        "l_values",
        &[
            ("label", "what differs\nbetween wordings"),
            ("shape", "plaintext"),
            ("fontcolor", colour::DIVERGENT),
        ],
    ),
];

const EDGES: &[(&str, &str, Attributes)] = &[
    ("l_outlet", "l_shared", &[("label", "says")]),
    (
        "l_reached",
        "l_divergent",
        &[("label", "in text that it shares\nwith another"), ("style", "dotted"), ("penwidth", "1.4")],
    ),
    ("l_reached", "l_without", &[("style", "invis")]),
    ("l_divergent", "l_values", &[("dir", "none"), ("style", "bold"), ("color", colour::DIVERGENT)]),
];
