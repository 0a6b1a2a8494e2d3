/** The Java kernel as JJava's notebooks know it. */
@NullMarked
package org.dflib.jjava.kernel;

import org.jspecify.annotations.NullMarked;
