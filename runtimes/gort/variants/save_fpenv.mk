# a switch keeps mxcsr and the x87 control word
FLAGS := -DGORT_FPENV=1
