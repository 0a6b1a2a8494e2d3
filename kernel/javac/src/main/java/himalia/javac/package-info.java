/** The JDK's compiler, kept warm between the cells of a session. Knows nothing of notebooks. */
@NullMarked
package himalia.javac;

import org.jspecify.annotations.NullMarked;
