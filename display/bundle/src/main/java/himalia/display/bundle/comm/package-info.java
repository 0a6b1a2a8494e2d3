/**
 * Lines between cells and the page they are shown in, for widgets and whatever else talks to a front end. Imports the
 * JDK only.
 */
@NullMarked
package himalia.display.bundle.comm;

import org.jspecify.annotations.NullMarked;
