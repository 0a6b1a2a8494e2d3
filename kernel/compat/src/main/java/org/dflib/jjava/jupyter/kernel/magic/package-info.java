/** Magics that cells make, as JJava's notebooks register them. */
@NullMarked
package org.dflib.jjava.jupyter.kernel.magic;

import org.jspecify.annotations.NullMarked;
