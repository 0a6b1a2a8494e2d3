/** The same as IJava's of that name: compiled libraries ask for the classes by their full names. */
@NullMarked
package org.dflib.jjava.jupyter.kernel.display;

import org.jspecify.annotations.NullMarked;
