/*
 * late.S - where functions that are RETURNS_LATE end: the return address, taken
 * off the stack and jumped to.  The name is the compiler's.
 */
#include "routine.inc"

        .text
        ROUTINE __x86_return_thunk
        pop     %rcx
        .cfi_adjust_cfa_offset -8
        .cfi_register rip, rcx
        jmp     *%rcx
        END     __x86_return_thunk

        .section .note.GNU-stack, "", @progbits
