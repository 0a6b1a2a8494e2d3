/** JJava's door, where newer notebooks look for it. */
@NullMarked
package org.dflib.jjava.distro;

import org.jspecify.annotations.NullMarked;
