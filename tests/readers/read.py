"""Opens what crosswire wrote for other programs, and holds it against comparison.json in the same folder."""

import csv
import json
import pathlib
import re
import sys

import networkx
import openpyxl
from openpyxl.utils import range_boundaries

FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
COLOURS = {"shared": "#00795a", "divergent": "#b84a00", "single-source": "#6b7280"}


def same(found, expected, what):
    if found != expected:
        raise SystemExit(f"{what}: {found!r} is not {expected!r}")


def clean(text):
    """What XML cannot hold is replaced, not lost."""
    return FORBIDDEN.sub("\ufffd", text)


def nodes(graph, whole, name):
    outlets = [at for at, node in graph.nodes(data=True) if node["kind"] == "outlet"]
    labels = sorted(graph.nodes[at]["label"] for at in outlets)
    same(labels, sorted(clean(" ".join(row["outlet"].split())) for row in whole["outlets"]), f"{name}: outlets")
    claims = {at: node for at, node in graph.nodes(data=True) if node["kind"] == "claim"}
    same(list(claims), [row["claim_id"] for row in whole["claims"]], f"{name}: claims")
    for row in whole["claims"]:
        node = claims[row["claim_id"]]
        for column in ["status", "outlets", "origins", "mentions", "divergences", "weakest_link"]:
            same(node.get(column), row[column], f"{name}: {row['claim_id']}: {column}")
        text = row["claim"] if name == "node-link" else clean(row["claim"])
        same(node["text"], text, f"{name}: {row['claim_id']}: text")


def edges(graph, whole, name):
    same(graph.is_directed() or graph.is_multigraph(), False, f"{name}: kind of graph")
    same(graph.number_of_edges(), sum(row["outlets"] for row in whole["claims"]), f"{name}: edges")
    weights = [weight for _, _, weight in graph.edges(data="weight")]
    same(sum(weights), len(whole["mentions"]), f"{name}: weights")
    for row in whole["claims"]:
        same(graph.degree(row["claim_id"]), row["outlets"], f"{name}: degree of {row['claim_id']}")
    for _, claim, edge in graph.edges(data=True):
        same("reading" in edge and edge["status"] != "divergent" and edge["status"] != "shared", False, f"{name}: {claim}")


def looks(graph, name):
    for at, node in graph.nodes(data=True):
        if name == "gexf":
            colour = node["viz"]["color"]
            colour, size = "#%02x%02x%02x" % (colour["r"], colour["g"], colour["b"]), node["viz"]["size"]
        else:
            colour, size = node["color"], node["size"]
        if node["kind"] == "claim":
            same(colour, COLOURS[node["status"]], f"{name}: colour of {at}")
        if not size > 0:
            raise SystemExit(f"{name}: size of {at}: {size}")


def graphs(folder, whole):
    link = json.loads((folder / "graph.json").read_text("utf-8"))
    for name, graph in [
        ("graphml", networkx.read_graphml(folder / "graph.graphml")),
        ("gexf", networkx.read_gexf(folder / "graph.gexf")),
        ("node-link", networkx.node_link_graph(link, edges="links")),
    ]:
        nodes(graph, whole, name)
        edges(graph, whole, name)
        looks(graph, name)


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def shown(cell):
    """A cell of the workbook as its CSV has it."""
    if cell.value is None:
        return ""
    if cell.number_format == "0.0000":
        return f"{cell.value:.4f}"
    return str(cell.value)


def plain(text):
    """A cell of CSV without the apostrophe that keeps it from being a formula."""
    return clean(re.sub(r"^'(?=[\s\u200b-\u202e]*[=+\-@＝＋－＠])", "", text))


def sheet(book, path):
    found, expected = book[path.stem], table(path)
    same(found.freeze_panes, "B2", f"{path.name}: frozen")
    same(range_boundaries(found.auto_filter.ref), (1, 1, len(expected[0]), len(expected)), f"{path.name}: filter")
    rows = [[shown(cell) for cell in row] for row in found.iter_rows()]
    same(rows[0], expected[0], f"{path.name}: header")
    expected = [[plain(cell) for cell in row] for row in expected[1:]]
    # The workbook's mentions stand by claim.
    same(sorted(rows[1:]), sorted(expected), f"{path.name}: rows")
    if path.stem != "mentions":
        same(rows[1:], expected, f"{path.name}: order")
    numbers(found, path)


def numbers(found, path):
    figures = {"outlets", "mentions", "start", "end", "words", "score", "documents", "divergences", "pairs"}
    if path.stem == "origins":
        figures -= {"mentions"}
    for column in found.iter_cols():
        for cell in column[1:]:
            same(cell.data_type == "f", False, f"{path.name}: {cell.coordinate} is a formula")
            if column[0].value in figures and cell.value is not None:
                same(cell.data_type, "n", f"{path.name}: {cell.coordinate}")
        widths = found.column_dimensions[column[0].column_letter].width
        if not 8 < widths < 80:
            raise SystemExit(f"{path.name}: column {column[0].value} is {widths} wide")


def links(book):
    claims, mentions = book["claims"], book["mentions"]
    for row in claims.iter_rows(min_row=2):
        same(row[0].hyperlink.location.split("!")[0], "mentions", "claims: link")
        left, first, right, last = range_boundaries(row[0].hyperlink.location.split("!")[1])
        ids = {mentions.cell(at, 2).value for at in range(first, last + 1)}
        same((ids, last + 1 - first), ({row[0].value}, row[6].value), f"claims: link of {row[0].value}")
    for row in mentions.iter_rows(min_row=2):
        sheet, cell = row[1].hyperlink.location.split("!")
        same((sheet, book[sheet][cell].value), ("claims", row[1].value), f"mentions: link of {row[0].value}")


def main(folder):
    whole = json.loads((folder / "comparison.json").read_text("utf-8"))
    graphs(folder, whole)
    book = openpyxl.load_workbook(folder / "comparison.xlsx")
    tables = sorted(folder.glob("*.csv"))
    same(sorted(book.sheetnames), [path.stem for path in tables], "sheets")
    for path in tables:
        sheet(book, path)
    links(book)
    print(f"{len(whole['claims'])} claims, {len(tables)} sheets, 3 graphs")


main(pathlib.Path(sys.argv[1]))
