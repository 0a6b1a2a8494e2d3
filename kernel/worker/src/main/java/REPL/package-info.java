/** The package that JShell puts snippet classes in; the worker defines them beside the anchor. */
@NullMarked
package REPL;

import org.jspecify.annotations.NullMarked;
