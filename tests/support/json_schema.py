"""The subset of JSON Schema that this project uses; an unknown keyword is an error."""
import re

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "number": (int, float), "integer": int}
KNOWN = {"oneOf", "type", "properties", "required", "additionalProperties", "items", "const", "enum", "pattern", "minimum"}


def faults(value, schema, at="$"):
    """The errors of `value`, as a list of strings."""
    unknown = set(schema) - KNOWN
    assert not unknown, f"keywords this validator does not know: {unknown}"
    found = []
    if "oneOf" in schema:
        tried = [faults(value, one, at) for one in schema["oneOf"]]
        if sum(not wrong for wrong in tried) != 1:
            found += [f"{at}: fits not exactly one of the forms"] + min(tried, key=len)
    if "const" in schema and value != schema["const"]:
        found.append(f"{at}: {value!r} is not {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: {value!r} is none of {schema['enum']}")
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (kind in ("number", "integer") and isinstance(value, bool))):
        return found + [f"{at}: {value!r} is no {kind}"]
    if "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{at}: {value!r} does not match {schema['pattern']}")
    if "minimum" in schema and value < schema["minimum"]:
        found.append(f"{at}: {value} is too small")
    if isinstance(value, dict):
        found += [f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value]
        for name, part in value.items():
            extra = schema.get("additionalProperties", True)
            if name in schema.get("properties", {}):
                found += faults(part, schema["properties"][name], f"{at}.{name}")
            elif extra is False:
                found.append(f"{at}: {name} is not in the schema")
            elif isinstance(extra, dict):
                found += faults(part, extra, f"{at}.{name}")
    if isinstance(value, list) and "items" in schema:
        for index, part in enumerate(value):
            found += faults(part, schema["items"], f"{at}[{index}]")
    return found
