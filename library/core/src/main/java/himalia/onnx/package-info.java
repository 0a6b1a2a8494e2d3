/**
 * A graph of ONNX operators that steps and models write themselves into, and its file. Imports {@code himalia.display} only: the file's
 * format is a few tags and lengths.
 */
@NullMarked
package himalia.onnx;

import org.jspecify.annotations.NullMarked;
