/*
 * switch.S - change stacks; the top and the bottom of a G's stack (x86-64).
 *
 * DOC: stack
 * A G that is not running is one word, its saved sp; the rest is on its stack.
 * One that never ran has no stack yet (sp is NULL): the second column is what
 * gort_enter makes of the stack that it is given.
 *
 *            a G that stopped                 a G that starts
 *     hi     +------------------+             +------------------+
 *     hi-8   | gort_goexit + 1  |             | gort_goexit + 1  | <- rsp, and
 *            : frames of fn     :             +------------------+    rip = fn
 *     sp+48  | return address   |               rdi = arg, rbp = 0: the chain
 *     sp+40  | rbp              |               of frame pointers ends here
 *     sp+32  | rbx              |
 *     sp+24  | r12              |
 *     sp     | r15, r14, r13    | <- G.sp
 *            +------------------+
 *
 * fn returns to gort_goexit + 1 with rsp == hi, so the call of go_exit there is
 * aligned.  To fn and to every unwinder gort_goexit is the caller of fn.
 * DOC: end
 *
 * Kept over a switch: the registers that psABI 3.2.1 gives to the callee.  Not
 * kept: mxcsr and the x87 control word (see rt.h).
 * The +1s: an unwinder looks up pc - 1, which has to be in the same function.
 * pop; jmp in place of ret: ret is predicted from the calls made, and the call
 * that is matched here was made on another stack.
 */
#include <x86_64/routine.inc>

#include "../offsets.h"

        .macro  SAVE                            // 6 registers below the return
        .irp    reg, rbp, rbx, r12, r13, r14, r15       // address
        push    %\reg
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset \reg, 0
        .endr
#if GORT_FPENV
        sub     $8, %rsp
        .cfi_adjust_cfa_offset 8
        stmxcsr (%rsp)
        fnstcw  4(%rsp)
#endif
        .endm

        .macro  RESTORE_AND_GO                  // same shape, so the CFI holds
#if GORT_FPENV
        ldmxcsr (%rsp)
        fldcw   4(%rsp)
        add     $8, %rsp
        .cfi_adjust_cfa_offset -8
#endif
        .irp    reg, r15, r14, r13, r12, rbx, rbp
        pop     %\reg
        .cfi_adjust_cfa_offset -8
        .cfi_restore \reg
        .endr
        pop     %rcx
        .cfi_adjust_cfa_offset -8
        .cfi_register rip, rcx
        jmp     *%rcx
        .endm

        .text

/*
 * void gort_switch(void **save [rdi], void *to [rsi], uint32_t *commit [rdx],
 *                  uint32_t value [ecx])
 * From a G to one that stopped.  *commit = value gives the one who leaves to
 * others: a lock that is free, the tail of a queue it is in.  Its sp is saved
 * (x86 keeps the order of stores), and this stack is not touched any more.
 */
        ROUTINE gort_switch
        SAVE
        mov     %rsp, (%rdi)
        mov     %rsi, %rsp
        mov     %ecx, (%rdx)
        RESTORE_AND_GO
        END     gort_switch

/*
 * void gort_switch_enter(void **save [rdi], char *hi [rsi], uint32_t *commit
 *              [rdx], uint32_t value [ecx], void (*fn)(void *) [r8], void *arg
 *              [r9])
 * From a G to one that never ran.
 */
        ROUTINE gort_switch_enter
        SAVE
        mov     %rsp, (%rdi)
        mov     %rsi, %rsp
        .cfi_undefined rip                      // between two Gs: no caller
        mov     %ecx, (%rdx)
        mov     %r9, %rdi
        jmp     gort_goexit + 1
        END     gort_switch_enter

/* void gort_gogo(void *to [rdi]): leave this stack for good, for a G that stopped */
        ROUTINE gort_gogo
        .cfi_undefined rip
        mov     %rdi, %rsp
        .cfi_def_cfa_offset GORT_SAVED_BYTES
        .cfi_restore rip
        .cfi_offset rbp, -16
        .cfi_offset rbx, -24
        .cfi_offset r12, -32
        .cfi_offset r13, -40
        .cfi_offset r14, -48
        .cfi_offset r15, -56
        RESTORE_AND_GO
        END     gort_gogo

/*
 * void gort_enter(char *hi [rdi], void (*fn)(void *) [rsi], void *arg [rdx])
 * Leave this stack for good, for a G that never ran and gets the stack [.., hi).
 */
        ROUTINE gort_enter
        .cfi_undefined rip
        mov     %rdi, %rsp
        mov     %rsi, %r8
        mov     %rdx, %rdi
        jmp     gort_goexit + 1
        END     gort_enter

/*
 * void gort_mcall(void **save [rdi], void *g0sp [rsi], void (*fn)(G *) [rdx],
 *                 G *g [rcx])
 * From a G to g0: fn(g) there, once g's sp is saved.  fn does not return.
 */
        ROUTINE gort_mcall
        SAVE
        mov     %rsp, (%rdi)
        mov     %rsi, %rsp
        .cfi_undefined rip
        mov     %rcx, %rdi
        xor     %ebp, %ebp
        call    *%rdx
        ud2
        END     gort_mcall

/* void gort_leave(void *g0sp [rdi], void (*fn)(G *) [rsi], G *g [rdx])
 * From a G that has ended to g0: nothing is saved. */
        ROUTINE gort_leave
        .cfi_undefined rip
        mov     %rdi, %rsp
        mov     %rdx, %rdi
        xor     %ebp, %ebp
        call    *%rsi
        ud2
        END     gort_leave

/*
 * The caller of every fn [r8], with arg [rdi]; here all traces end.  rsp == hi.
 * A real call, though a planted address would do for unwinders: the ret of fn is
 * predicted from the calls made, and one that was not made is a misprediction.
 */
        .section rt_goexit, "ax", @progbits
        .globl  gort_goexit
        .type   gort_goexit, @function
gort_goexit:
        .cfi_startproc
        .cfi_undefined rip              // the outermost frame
        nop                             // so that goexit + 1 is in goexit
        xor     %ebp, %ebp              // the chain of frame pointers ends
        call    *%r8                    // fn returns behind it, rsp == hi
        call    go_exit                 // does not return
        nop                             // go_exit's return address is in here
        ud2
        .cfi_endproc
        .size   gort_goexit, . - gort_goexit

/* The P of this M, and the M.  Symbols of the assembly, so that every compiler,
 * with LTO too, finds them by name: see getp() in gort.h. */
        .macro  THREAD_LOCAL name
        .globl  \name
        .type   \name, @object
        .size   \name, 8
\name:
        .zero   8
        .endm

        .section .tbss, "awT", @nobits
        .p2align 3
        THREAD_LOCAL gort_tls_p
        THREAD_LOCAL gort_tls_m

        .section .note.GNU-stack, "", @progbits
