package himalia.features;

import himalia.sampling.Sampler;
import himalia.table.LevelCodes;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Which sampler of a pipeline left rows of one class alone: who refuses to learn from them does not know it. */
final class LeftClasses {
    private final @Nullable String label;
    private String sampler = "";

    LeftClasses(@Nullable String label) {
        this.label = label;
    }

    /** Looks at what a sampler left. */
    void look(Sampler sampler, Table given, Table left) {
        if (this.sampler.isEmpty() && areOne(left) && !areOne(given)) {
            this.sampler = new Stage.Resample(sampler).name();
        }
    }

    private boolean areOne(Table rows) {
        return label != null
                && rows.containsColumn(label)
                && LevelCodes.few(rows.column(label), 1).isPresent();
    }

    /** Returns what a trainer refuses rows by; where it is for their one class, with who left that. */
    IllegalArgumentException told(IllegalArgumentException refused) {
        var message = String.valueOf(refused.getMessage());
        if (sampler.isEmpty() || !message.contains("one class only")) {
            return refused;
        }
        return new IllegalArgumentException(
                "%s; %s left no row of the others: take another strategy, fewer neighbours where there are some, or a sampler that only adds"
                        .formatted(message, sampler),
                refused);
    }
}
