/*
 * switch.S - the least that a switch of stacks by a call has to do (x86-64).
 *
 * void limit_switch(void **from [rdi], void *to [rsi])
 *
 *     to   | r15 r14 r13 r12 rbx rbp | return address |
 *
 * Registers that psABI 3.2.1 gives to the callee are kept; mxcsr and the x87
 * control word are not.  Leaving by pop and jmp, not ret: the return address is
 * that of another call than the last one, and ret would be mispredicted.
 */
	.text
	.globl	limit_switch
	.type	limit_switch, @function
limit_switch:
	.cfi_startproc
	.irp	reg, rbp, rbx, r12, r13, r14, r15
	push	%\reg
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset \reg, 0
	.endr
	mov	%rsp, (%rdi)
	mov	%rsi, %rsp		// same shape there, so the CFI holds on
	.irp	reg, r15, r14, r13, r12, rbx, rbp
	pop	%\reg
	.cfi_adjust_cfa_offset -8
	.cfi_restore \reg
	.endr
	pop	%rdx
	.cfi_adjust_cfa_offset -8
	.cfi_register rip, rdx
	jmp	*%rdx
	.cfi_endproc
	.size	limit_switch, . - limit_switch

	.section .note.GNU-stack, "", @progbits
