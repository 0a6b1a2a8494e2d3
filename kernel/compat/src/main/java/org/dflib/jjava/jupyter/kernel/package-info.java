/** The kernel as JJava's notebooks and libraries know it. */
@NullMarked
package org.dflib.jjava.jupyter.kernel;

import org.jspecify.annotations.NullMarked;
