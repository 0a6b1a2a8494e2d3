/** How values look, as IJava's notebooks register it; the notebook's own registry is behind it. */
@NullMarked
package io.github.spencerpark.jupyter.kernel.display;

import org.jspecify.annotations.NullMarked;
