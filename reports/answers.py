"""The three sentences: who is fastest, how sure that is, what each gets wrong."""
import compare
import conform
import estimate
import stats
import units

# which benchmark answers which question: the first that was measured
QUESTIONS = {
    "spawn": ("spawn_one", "spawn_batch_1k", "spawn_*"),
    "switch": ("switch_yield_2", "switch_yield_1k", "switch_*"),
    "steal": ("steal_parked", "steal_spinning", "steal_*"),
}
NAMED_MAX = 3


def matching(benchmarks, pattern):
    for bench in benchmarks:
        name = bench["id"]
        if name == pattern or pattern.endswith("*") and name.startswith(pattern[:-1]):
            yield bench


def answer(benchmarks, question, patterns, pairs_in_table):
    """Who wins the benchmark for `question`, and against whom; None when nothing was measured."""
    for pattern in patterns:
        for bench in matching(benchmarks, pattern):
            cells = sorted(
                (r for r in bench["results"] if estimate.usable(r) and not r["refused"]),
                key=lambda r: r["estimate"]["value"],
            )
            if cells:
                return {
                    "question": question,
                    "bench": bench["id"],
                    "fastest": cells[0]["runtime"],
                    "value": cells[0]["estimate"]["value"],
                    "unit": cells[0]["estimate"]["unit"],
                    "second": runner_up(bench, cells, pairs_in_table),
                }
    return None


def runner_up(bench, cells, pairs_in_table):
    """The next fastest beside the fastest, at the strictest level of the table."""
    if len(cells) < 2:
        return None
    one = compare.pair(bench["kind"], cells[0], cells[1])
    level = stats.ALPHA / max(1, pairs_in_table)
    holds = one["p"] <= level and not one["refused"]
    alone = one["p"] <= stats.ALPHA and not one["refused"]
    return {
        "runtime": cells[1]["runtime"],
        "ratio": one["ratio"],
        "ci95": one["ci95"],
        "mde": one["mde"],
        "rounds": one["rounds"],
        "level": level,
        "verdict": one["says"] if holds else "inconclusive",
        "alone": one["says"] if alone else "inconclusive",
    }


def answers(benchmarks, pairs_in_table):
    found = (
        answer(benchmarks, question, patterns, pairs_in_table)
        for question, patterns in QUESTIONS.items()
    )
    return [one for one in found if one]


# --------------------------------------------------------------------- in words


def fastest_words(given):
    if not given:
        return "Nothing was measured that tells who is fastest at spawn, switch or steal."
    missing = [q for q in QUESTIONS if q not in {a["question"] for a in given}]
    said = [
        f"at {a['question']} {a['fastest']} ({units.figure(a['value'], a['unit'])}, "
        f"{a['bench']})"
        for a in given
    ]
    tail = f"; {' and '.join(missing)} not measured" if missing else ""
    return f"Fastest {', '.join(said)}{tail}."


def lead_words(one, adjusted):
    """How far ahead, how sure."""
    second = one["second"]
    if second is None:
        return f"{one['question']}: no other runtime to compare with"
    ahead = f"{units.ratio(second['ratio'])} {units.interval(second['ci95'])}"
    name = second["runtime"]
    if second["verdict"] == "slower":
        return f"{one['question']}: {name} takes {ahead}"
    if second["verdict"] == "equivalent":
        return f"{one['question']}: {name} is equivalent, {ahead}"
    if second["alone"] == "slower":
        alone = ", sure only if asked alone" if adjusted else ""
        return f"{one['question']}: {name} takes {ahead}{alone}"
    return f"{one['question']}: not proven against {name}, {ahead}"


def sure_words(given, family, trusted):
    if not given:
        return "So nothing is sure about speed."
    lead = "; ".join(lead_words(one, family["adjusted"]) for one in given)
    if not family["pairs"]:
        how = ""
    elif family["adjusted"]:
        how = (
            f"; {family['rounds']} rounds, 95 % intervals, {family['pairs']} comparisons "
            "together wrong with at most 5 % (Holm)"
        )
    else:
        how = (
            f"; {family['rounds']} rounds: each comparison is right with 95 % by itself, all "
            f"{family['pairs']} together would need {family['rounds_needed']} rounds"
        )
    doubt = "" if trusted["ok"] else f"; NOT to be trusted: {trusted['reasons'][0]}"
    return f"How sure: {lead}{how}{doubt}."


def some(ids):
    """The first few names and how many more."""
    more = len(ids) - NAMED_MAX
    return ", ".join(ids[:NAMED_MAX]) + (f" and {more} more" if more > 0 else "")


def wrong_words(rows, runtimes, no_checks=()):
    """What each runtime gets wrong: what is red, what it is known to fail, what it lacks."""
    if not rows:
        return "What each gets wrong was not checked in this run."
    said = []
    for runtime in runtimes:
        red = conform.names(rows, runtime, conform.RED)
        known = conform.names(rows, runtime, ("xfail",))
        lacks = len(conform.names(rows, runtime, ("unsupported",)))
        total = sum(row["runtime"] == runtime for row in rows)
        parts = [f"{len(red)} of {total} checks ({some(red)})"] if red else []
        parts += [f"{len(known)} known ({some(known)})"] if known else []
        parts = parts or ([f"nothing in {total - lacks} checks"] if total > lacks else [])
        parts += [f"{lacks} unsupported"] if lacks else []
        absent = "has no checks" if runtime in no_checks else "was not checked"
        said.append(f"{runtime} {', '.join(parts) or absent}")
    return f"What each gets wrong: {'; '.join(said)}."


def sentences(report):
    names = [r["name"] for r in report["runtimes"] if r["kind"] == "runtime"]
    given = report["answers"]
    return [
        fastest_words(given),
        sure_words(given, report["family"], report["trusted"]),
        wrong_words(report["conformance"]["checks"], names, conform.no_checks(report)),
    ]
