"""HTML out of parts: the one place where text becomes markup; what is not Markup is escaped."""
from html import escape


class Markup(str):
    """Text that is HTML already; made here, or by `raw` from what the reports wrote themselves."""


VOID = {"meta", "link", "br", "hr", "img"}


def raw(text):
    return Markup(text)


def visible(text):
    """Control characters and lone surrogates shown as what they are, none left that acts."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)


def text(part):
    return part if isinstance(part, Markup) else escape(visible(str(part)))


def flatten(parts):
    for part in parts:
        if isinstance(part, (list, tuple)) or hasattr(part, "__next__"):
            yield from flatten(part)
        elif part is not None:
            yield text(part)


def el(tag, *parts, **attributes):
    """<tag attributes>parts</tag>; cls stands for class, a None attribute is left out."""
    said = ""
    for name, value in attributes.items():
        if value is True:
            said += f" {name}"
        elif value is not None and value is not False:
            name = "class" if name == "cls" else name.replace("_", "-")
            said += f' {name}="{escape(visible(str(value)))}"'
    if tag in VOID:
        return Markup(f"<{tag}{said}>")
    return Markup(f"<{tag}{said}>{''.join(flatten(parts))}</{tag}>")


def number(value, shown, **attributes):
    """A measured figure: what is shown, and the exact value that the JSON holds."""
    return el("data", shown, value=repr(value), **attributes)


def table(head, rows, **attributes):
    """Rows are lists of cells; the first of each is its head.  Scrolls where it is too wide."""
    top = el("tr", [el("th", cell, scope="col") for cell in head])
    body = [
        el("tr", el("th", row[0], scope="row"), [el("td", cell) for cell in row[1:]])
        for row in rows
    ]
    return el("div", el("table", el("thead", top), el("tbody", body), **attributes), cls="scroll")


def facts(pairs):
    """A list of names and what they are."""
    return el("dl", [(el("dt", name), el("dd", value)) for name, value in pairs])
