/**
 * A Flink cluster on other machines: where it is, and what travels to it with a job. Imports {@code himalia.display.bundle} and
 * nothing else of ours.
 */
@NullMarked
package himalia.remote;

import org.jspecify.annotations.NullMarked;
