/** The command line: joins the modules and says what it did. Imports everything. */
@NullMarked
package himalia.install.cli;

import org.jspecify.annotations.NullMarked;
