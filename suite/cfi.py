"""A gdb script: at each instruction of the assembly in gort's subject a backtrace ends where it must.

    gdb -batch -x suite/cfi.py build/subject/gort

Each instruction gets a breakpoint; a few checks run until every one was hit once. There gdb unwinds
by the CFI alone: the outermost frame must be gort_goexit, or the routine itself where it stands
between two stacks and has no caller. Ends with `N passed, N failed`.
"""

import fnmatch
import subprocess

import gdb

ROUTINES = [
    "gort_" + name for name in "switch switch_enter gogo enter mcall leave goexit".split()
] + "__x86_return_thunk go_landing_set_ go_landing_jump go_instead".split()
CHECKS = "start/* queue/yield* block/* chan/* exit/* deadlock/* panic-recover/recover*".split()
NEVER_RUN = ("ud2", "nop")  # behind a call that does not return; fn returns behind the first nop


def quiet(command):
    """Run a gdb command without showing what it says."""
    return gdb.execute(command, to_string=True)


def instructions(routine):
    """Addresses of the instructions of a routine that can run."""
    lines = quiet("disassemble " + routine).splitlines()
    parts = [line.replace("=>", "").split(":", 1) for line in lines if "<+" in line]
    found = [(int(at.split()[0], 16), text.strip()) for at, text in parts]
    return [address for address, text in found if not text.startswith(NEVER_RUN)]


def outermost():
    """Names of the frames from the innermost out."""
    names, frame = [], gdb.newest_frame()
    while frame is not None and len(names) < 100:
        names.append(frame.name())
        frame = frame.older()
    return names


def check_ids():
    """Ids of the checks to run, from the subject's own list."""
    subject = gdb.current_progspace().filename
    said = subprocess.run([subject, "list"], capture_output=True, text=True, check=True).stdout
    ids = [l.split("\t")[1][3:] for l in said.splitlines() if l.startswith("check\t")]
    return [i for i in ids if any(fnmatch.fnmatch(i, glob) for glob in CHECKS)]


def hit(waiting, verdicts):
    """The program stands at a breakpoint: judge it, once."""
    pc = gdb.newest_frame().pc()
    names = outermost()
    if pc not in waiting or "mstart" in names:  # a thread on its way to being an M
        return
    routine, breakpoint = waiting.pop(pc)
    verdicts.append(names[-1] == "gort_goexit" or names == [routine])
    if not verdicts[-1]:
        print("not ok %s at %#x: %s" % (routine, pc, " < ".join(map(str, names))))
    breakpoint.delete()


def run_one(check, waiting, verdicts):
    """One check, from breakpoint to breakpoint, to its end."""
    quiet("run check %s > /dev/null 2>&1" % check)
    while gdb.selected_inferior().pid and gdb.selected_thread() is not None:
        hit(waiting, verdicts)
        quiet("continue")


def main():
    """Every instruction, every check that is needed to reach it."""
    for setting in ("pagination off", "confirm off", "breakpoint pending on", "style enabled off"):
        quiet("set " + setting)
    quiet("break main")
    quiet("run list > /dev/null")
    waiting, verdicts = {}, []
    for routine in ROUTINES:
        for address in instructions(routine):
            waiting[address] = (routine, gdb.Breakpoint("*%#x" % address, internal=True))
    quiet("delete 1")
    quiet("kill")
    for check in check_ids():
        if waiting:
            run_one(check, waiting, verdicts)
    for address, (routine, _) in sorted(waiting.items()):
        print("not ok %s at %#x was never reached" % (routine, address))
    bad = verdicts.count(False) + len(waiting)
    print("cfi: %d passed, %d failed" % (verdicts.count(True), bad))


main()
