"""Does a report have the form of schema.json?  Knows the part of JSON Schema draft-07 used there:
$ref within the file, type, enum, const, required, properties, additionalProperties, items,
minItems, maxItems, minimum, pattern, allOf, anyOf.

    python3 reports/validate.py report.json...       exit status 0, or 2 and a line for each error
"""
import functools
import os
import re
import sys

import load

SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "schema.json")

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
KNOWN = {
    "$schema",
    "$id",
    "$ref",
    "$comment",
    "title",
    "description",
    "definitions",
    "type",
    "enum",
    "const",
    "required",
    "properties",
    "additionalProperties",
    "items",
    "minItems",
    "maxItems",
    "minimum",
    "pattern",
    "allOf",
    "anyOf",
}


@functools.cache
def schema():
    return load.load(SCHEMA)


def is_type(value, name):
    """JSON's types: true is no number, 1.0 is an integer."""
    if name in ("number", "integer"):
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return number and (name == "number" or value == int(value))
    return isinstance(value, TYPES[name])


def name_of(value):
    return next(name for name in (*TYPES, "number") if is_type(value, name))


def resolve(rule):
    while "$ref" in rule:
        target = schema()
        for step in rule["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        rule = target
    return rule


def check(value, rule, where):
    """Every way in which value breaks the rule, as `path: why`."""
    rule = resolve(rule)
    unknown = rule.keys() - KNOWN
    if unknown:
        raise ValueError(f"schema.json uses {sorted(unknown)}, which is not checked here")
    names = rule.get("type", [])
    names = [names] if isinstance(names, str) else names
    if names and not any(is_type(value, name) for name in names):
        yield f"{where}: {name_of(value)} where {' or '.join(names)} belongs"
        return
    yield from check_value(value, rule, where)
    for part in rule.get("allOf", []):
        yield from check(value, part, where)
    if "anyOf" in rule and all(any(check(value, part, where)) for part in rule["anyOf"]):
        yield f"{where}: none of the allowed forms"
    if isinstance(value, dict):
        yield from check_object(value, rule, where)
    if isinstance(value, list):
        yield from check_array(value, rule, where)


def check_value(value, rule, where):
    if "enum" in rule and value not in rule["enum"]:
        yield f"{where}: {str(value)[:40]!r} is none of {', '.join(map(str, rule['enum']))}"
    if "const" in rule and value != rule["const"]:
        yield f"{where}: {str(value)[:40]!r} is not {rule['const']!r}"
    if "minimum" in rule and is_type(value, "number") and value < rule["minimum"]:
        yield f"{where}: {value} is below {rule['minimum']}"
    if "pattern" in rule and isinstance(value, str) and not re.search(rule["pattern"], value):
        yield f"{where}: {value[:40]!r} does not match {rule['pattern']}"


def check_object(value, rule, where):
    for name in rule.get("required", []):
        if name not in value:
            yield f"{where}: no {name!r}"
    known, others = rule.get("properties", {}), rule.get("additionalProperties", True)
    for name, item in value.items():
        inner = known.get(name, others)
        if inner is False:
            yield f"{where}: {name[:40]!r} is not known"
        elif inner is not True:
            yield from check(item, inner, f"{where}.{name[:40]}")


def check_array(value, rule, where):
    if len(value) < rule.get("minItems", 0):
        yield f"{where}: {len(value)} items, {rule['minItems']} are needed"
    if len(value) > rule.get("maxItems", len(value)):
        yield f"{where}: {len(value)} items, {rule['maxItems']} are allowed"
    for i, item in enumerate(value if "items" in rule else []):
        yield from check(item, rule["items"], f"{where}[{i}]")


def errors(value, form="report"):
    """What is wrong with a report, or with a run (form `run`); nothing when it is right."""
    return check(value, {"$ref": f"#/definitions/{form}"}, "$")


def main(paths):
    found = 0
    for path in paths:
        try:
            for error in errors(load.load(path)):
                found += 1
                print(f"{path}: {error}")
        except load.Refused as error:
            found += 1
            print(error)
    return 2 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
