"""How a figure is written for people: three digits, and always its unit."""

NS = ((1, "ns"), (1e3, "us"), (1e6, "ms"), (1e9, "s"))
BYTES = ((1, "B"), (1 << 10, "KiB"), (1 << 20, "MiB"), (1 << 30, "GiB"), (1 << 40, "TiB"))


def digits(value):
    """Three digits that count, never an exponent: 0.0412, 9.81, 41.2, 624, 6120."""
    if value == 0:
        return "0"
    size = abs(value)
    places = 2 if size < 9.995 else 1 if size < 99.95 else 0
    if size < 0.0995:
        return f"{value:.2g}" if size >= 1e-4 else f"{value:.1e}"
    return f"{value:.{places}f}"


def scaled(value, steps):
    """In the largest unit that leaves at least 1."""
    factor, unit = steps[0]
    for step, name in steps:
        if abs(value) >= 0.9995 * step:
            factor, unit = step, name
    return f"{digits(value / factor)} {unit}"


def figure(value, unit):
    """`9.81 ns`, `4.02 KiB`, `-` for none."""
    if value is None:
        return "-"
    return scaled(value, BYTES if unit == "bytes" else NS)


def ratio(value):
    return "-" if value is None else f"{digits(value)}x"


def interval(pair):
    """`[29.1 29.6]`; enough digits that a narrow one can be told from a point."""
    if not pair:
        return "[none]"
    low, high = pair
    if 0.5 < low and high < 2:
        return f"[{low:.3f} {high:.3f}]"
    return f"[{digits(low)} {digits(high)}]"


def per(count, ops):
    """A count by operations, exact where it is whole: `18`, `18.03`."""
    return f"{count / ops:.2f}".rstrip("0").rstrip(".")


def effect(value):
    """The smallest effect that could have been seen: `0.4 %`."""
    return "nothing" if value is None else f"{digits(100 * value)} %"


def seconds(value):
    return f"{value / 60:.1f} min" if value >= 100 else f"{digits(value)} s"


def clean(text, most=200):
    """Foreign text on one line of at most `most` characters, nothing in it that acts."""
    text = " ".join(str(text if text is not None else "").split())
    text = "".join(c if c.isprintable() else "\ufffd" for c in text)
    return text if len(text) <= most else text[: most - 1] + "\u2026"


def verdict(pair, kind):
    """The verdict in the words of what was measured."""
    if kind == "bytes":
        return {"slower": "more", "faster": "less"}.get(pair["verdict"], pair["verdict"])
    return pair["verdict"]
