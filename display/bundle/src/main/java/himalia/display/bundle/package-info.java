/**
 * What a value looks like: MIME bundles, the renderers that make them, and the door through which a cell shows
 * things, once or live; with that, what every room needs that names things and writes files. Imports the JDK only.
 */
@NullMarked
package himalia.display.bundle;

import org.jspecify.annotations.NullMarked;
