package himalia.sampling;

import java.util.function.IntToDoubleFunction;

/** The numbers of the rows that a sampler adds. */
@FunctionalInterface
interface MadePoints {
    /** Returns the numbers of a feature, by the row's number in its draft. */
    IntToDoubleFunction column(int feature);
}
