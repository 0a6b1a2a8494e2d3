/**
 * Controls in the page: sliders, lists, buttons, progress bars, and what follows them. They speak the state protocol of
 * Jupyter's widgets, whose scripts the front end brings. Imports {@code himalia.display.bundle}.
 */
@NullMarked
package himalia.display.widget;

import org.jspecify.annotations.NullMarked;
