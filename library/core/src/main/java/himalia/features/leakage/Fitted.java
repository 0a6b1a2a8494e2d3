package himalia.features.leakage;

import himalia.features.FittedStep;
import himalia.model.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Something that has learnt from rows.
 *
 * @param name what it is called
 * @param step what it does to tables, or null for a model
 */
record Fitted(String name, Provenance provenance, @Nullable FittedStep step) {}
