//! Analysis → nodes and edges.

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use petgraph::{Direction, Incoming, Outgoing};

use crate::model::{Analysis, Relation};

/// A node: what it stands for, by its index in the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    Outlet(usize),
    Claim(usize),
    /// A mention, as somebody's wording of a claim.
    Wording(usize),
}

/// An edge: how two nodes belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Link {
    /// Outlet → wording.
    Says,
    /// Wording → claim.
    States,
    /// Wording → wording, the earlier mention first.
    Alignment { score: f64, relation: Relation },
    /// Wording → wording, from the divergence's camp `a` to its camp `b`: one edge for each pair behind it.
    Divergence,
}

/// The graph of one comparison.
#[derive(Clone, Debug)]
pub struct ClaimGraph<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) graph: DiGraph<Node, Link>,
}

impl<'a> ClaimGraph<'a> {
    pub fn new(analysis: &'a Analysis) -> Self {
        let nodes = analysis.outlets.len() + analysis.claims.len() + analysis.mentions.len();
        let mut graph = ClaimGraph { analysis, graph: DiGraph::with_capacity(nodes, 2 * nodes) };
        graph.add_nodes();
        graph.add_statements();
        graph.add_alignments();
        graph.add_divergences();
        graph
    }

    /// The petgraph behind it, for questions that have no method here.
    pub fn petgraph(&self) -> &DiGraph<Node, Link> {
        &self.graph
    }

    fn add_nodes(&mut self) {
        let outlets = (0..self.analysis.outlets.len()).map(Node::Outlet);
        let claims = (0..self.analysis.claims.len()).map(Node::Claim);
        let wordings = (0..self.analysis.mentions.len()).map(Node::Wording);
        for node in outlets.chain(claims).chain(wordings) {
            let index = self.graph.add_node(node);
            debug_assert_eq!(index, self.index(node));
        }
    }

    fn add_statements(&mut self) {
        for (mention, wording) in self.analysis.mentions.iter().enumerate() {
            self.link(Node::Outlet(wording.outlet), Node::Wording(mention), Link::Says);
        }
        for (claim, stated) in self.analysis.claims.iter().enumerate() {
            for &mention in &stated.mentions {
                self.link(Node::Wording(mention), Node::Claim(claim), Link::States);
            }
        }
    }

    fn add_alignments(&mut self) {
        for alignment in &self.analysis.alignments {
            let link = Link::Alignment { score: alignment.score, relation: alignment.relation };
            self.link(Node::Wording(alignment.a), Node::Wording(alignment.b), link);
        }
    }

    fn add_divergences(&mut self) {
        for pair in self.analysis.divergences.iter().flat_map(|divergence| &divergence.pairs) {
            self.link(Node::Wording(pair.a.mention), Node::Wording(pair.b.mention), Link::Divergence);
        }
    }

    fn link(&mut self, from: Node, to: Node, link: Link) {
        self.graph.add_edge(self.index(from), self.index(to), link);
    }

    /// Nodes are added in one order, so a node's place follows from what it is.
    pub(super) fn index(&self, node: Node) -> NodeIndex {
        let (outlets, claims) = (self.analysis.outlets.len(), self.analysis.claims.len());
        NodeIndex::new(match node {
            Node::Outlet(outlet) => outlet,
            Node::Claim(claim) => outlets + claim,
            Node::Wording(mention) => outlets + claims + mention,
        })
    }

    /// Neighbours with the edge between, oldest edge first.
    pub(super) fn around(&self, node: Node, direction: Direction) -> Vec<(Node, Link)> {
        let mut around: Vec<_> = self
            .graph
            .edges_directed(self.index(node), direction)
            .map(|edge| (edge.id(), self.graph[far_end(&edge, direction)], *edge.weight()))
            .collect();
        around.sort_by_key(|(id, _, _)| *id);
        around.into_iter().map(|(_, node, link)| (node, link)).collect()
    }
}

fn far_end<E: EdgeRef<NodeId = NodeIndex>>(edge: &E, direction: Direction) -> NodeIndex {
    match direction {
        Outgoing => edge.target(),
        Incoming => edge.source(),
    }
}
