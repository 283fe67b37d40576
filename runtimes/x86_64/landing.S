/*
 * landing.S - to another place on the same stack (x86-64); see panic.h, unwind.h.
 *
 * The words of a landing, kept when its function calls go_landing_set_:
 *
 *      0    8    16   24   32   40   48   56
 *      rbx  rbp  r12  r13  r14  r15  rsp  rip     rsp as after the return
 *
 * Who jumps away has no caller to go back to: to an unwinder its caller is, from
 * its first instruction on, the function to which it goes.
 */
#include "routine.inc"

        .text

/* int go_landing_set_(void **regs [rdi]): 0 */
        ROUTINE go_landing_set_
        mov     %rbx, (%rdi)
        mov     %rbp, 8(%rdi)
        mov     %r12, 16(%rdi)
        mov     %r13, 24(%rdi)
        mov     %r14, 32(%rdi)
        mov     %r15, 40(%rdi)
        lea     8(%rsp), %rdx
        mov     %rdx, 48(%rdi)
        mov     (%rsp), %rdx
        mov     %rdx, 56(%rdi)
        xor     %eax, %eax
        ret
        END     go_landing_set_

/* void go_landing_jump(void **regs [rdi]): go_landing_set_ returns again, with 1.
 * rdi stays, so what it points at describes the caller all the way:
 * DW_CFA_def_cfa_expression (15), DW_CFA_expression (16); breg5 + n (0x75), deref */
        .macro  SAVED reg, at
        .cfi_escape 16, \reg, 2, 0x75, \at
        .endm

        ROUTINE go_landing_jump
        .cfi_escape 15, 3, 0x75, 48, 6
        SAVED   3, 0                            // rbx
        SAVED   6, 8                            // rbp
        SAVED   12, 16
        SAVED   13, 24
        SAVED   14, 32
        SAVED   15, 40
        SAVED   16, 56                          // rip
        mov     (%rdi), %rbx
        mov     8(%rdi), %rbp
        mov     16(%rdi), %r12
        mov     24(%rdi), %r13
        mov     32(%rdi), %r14
        mov     40(%rdi), %r15
        mov     48(%rdi), %rsp
        mov     $1, %eax
        jmp     *56(%rdi)
        END     go_landing_jump

/* void go_instead(void *sp [rdi], void *fp [rsi], void *pc [rdx],
 *              void (*fn)(void *) [rcx], void *arg [r8])
 * sp and the word pushed there are as after a call; rsi stays until fn runs. */
        ROUTINE go_instead
        .cfi_def_cfa rdi, 0
        .cfi_register rip, rdx
        .cfi_register rbp, rsi
        mov     %rdi, %rsp
        push    %rdx
        mov     %rsi, %rbp
        .cfi_def_cfa rsp, 8
        .cfi_offset rip, -8
        .cfi_same_value rbp
        mov     %r8, %rdi
        jmp     *%rcx
        END     go_instead

        .section .note.GNU-stack, "", @progbits
