package himalia.features.leakage;

import himalia.features.FittedStep;
import himalia.model.Model;
import himalia.model.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that has learnt from rows.
 *
 * @param name what it is called
 * @param step what it does to tables, or null for a model
 * @param model null for a step
 */
record Fitted(
        String name, Provenance provenance, @Nullable FittedStep step, @Nullable Model model) {
    Fitted(String name, Provenance provenance, @Nullable FittedStep step) {
        this(name, provenance, step, null);
    }

    /** Adds one that is not there yet: the same model given twice is told of once. */
    static void add(List<Fitted> all, Fitted one) {
        if (all.stream()
                .noneMatch(each -> each.provenance == one.provenance && each.step == one.step)) {
            all.add(one);
        }
    }
}
