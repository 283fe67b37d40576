/*
 * point.h - named places in a runtime where another order of events could hurt.
 *
 * Between two steps of a protocol between threads: a word is taken and what
 * belongs to it is not yet, a G is queued and nobody is woken, a lock is given up
 * and who waits is not yet readied.  Nothing in a plain build; a build that wants
 * to be there puts a file of this name before this one (suite/builds/hostile), for
 * delays, or a model.
 *
 *   id      a word, best the name of what was just done
 *   where   on any thread, with locks held or not; but no signal handler comes by
 */
#ifndef POINT_H
#define POINT_H

#define RT_POINT(id) ((void)0)

#endif
