/* point.h - at each named place of runtimes/point.h: hostile.c may take its time */
#ifndef POINT_H
#define POINT_H

#define RT_POINT(id) hostile_point(#id)

void hostile_point(const char *id);

#endif
