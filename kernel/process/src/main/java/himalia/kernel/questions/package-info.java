/**
 * What the worker asks the kernel, and who answers that needs no session. Imports {@code himalia.kernel.java}, {@code
 * .help}, {@code .settings}, {@code .workers}, {@code .maven} and {@code himalia.link} with its questions.
 */
@NullMarked
package himalia.kernel.questions;

import org.jspecify.annotations.NullMarked;
