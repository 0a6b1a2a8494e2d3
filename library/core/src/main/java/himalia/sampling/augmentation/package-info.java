/** Makes more rows, pictures, texts and series to learn from out of those there are. Imports {@code himalia.sampling}. */
@NullMarked
package himalia.sampling.augmentation;

import org.jspecify.annotations.NullMarked;
