/** IJava's door, as its notebooks know it, with our kernel behind it. */
@NullMarked
package io.github.spencerpark.ijava;

import org.jspecify.annotations.NullMarked;
