/** Notebook files, nbformat 4: cells, outputs, reading and writing. Imports the JDK and Gson. */
@NullMarked
package himalia.install.notebook;

import org.jspecify.annotations.NullMarked;
