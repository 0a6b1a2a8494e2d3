/** JJava's door, as its notebooks know it. */
@NullMarked
package org.dflib.jjava;

import org.jspecify.annotations.NullMarked;
