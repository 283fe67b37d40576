/*
 * late.S - where functions that are RETURNS_LATE end: the return address, taken
 * off the stack and jumped to.  The name is the compiler's.
 */
        .text
        .p2align 4
        .globl  __x86_return_thunk
        .type   __x86_return_thunk, @function
__x86_return_thunk:
        .cfi_startproc
        pop     %rcx
        .cfi_adjust_cfa_offset -8
        .cfi_register rip, rcx
        jmp     *%rcx
        .cfi_endproc
        .size   __x86_return_thunk, . - __x86_return_thunk

        .section .note.GNU-stack, "", @progbits
