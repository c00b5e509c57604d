"""Pictures: where things stand in a drawing. Pure functions; the templates `desk/picture_*.html` draw what they find.

- Values over time, with the source of every point: `curve.draw_curve(points, width=…)`, drawn by the macros `curve`
  and, for the table beside it, `numbered` of `desk/picture_curve.html`.
- Counts by day, week, month or year, a strip for each: `bars.draw_bars(strips, labels, width=…)`, drawn by the macro
  `bars` of `desk/picture_bars.html`.
- Counts between names, half of the square for each of two: `matrix.draw_matrix(names, below, above)`, drawn by the
  macro `matrix` of `desk/picture_matrix.html`.

Lengths are CSS pixels of the drawing's own `viewBox`. A curve and bars are drawn twice, `sizes.in_sizes(draw)`, for
wide and for narrow windows, since text that is scaled down cannot be read; the style shows the one that fits. Every
picture is an `img` with a title and a description, and the same numbers stand in a table next to it.
"""
