# every G and every stack is new, and their pages go back at the end
FLAGS := -DGORT_RECYCLE=0
