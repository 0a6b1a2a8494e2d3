/**
 * What the worker asks the kernel: a record for each question, which writes itself into a message and reads itself from
 * one. Imports {@code himalia.link}.
 */
@NullMarked
package himalia.link.question;

import org.jspecify.annotations.NullMarked;
