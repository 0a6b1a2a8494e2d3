package himalia.features.leakage;

import himalia.model.Labels;
import java.util.List;
import java.util.Locale;

/**
 * How well a column tells a class.
 *
 * @param chance how often chance tells one as well
 */
record Told(String of, double auc, double chance) {
    Leak leak(String column, Labels labels) {
        return new Leak(
                Leak.Kind.LABEL_PROXY,
                column,
                "column '%s' alone tells %s".formatted(column, what(labels)),
                "ask when it is known: what is written down after the label, or made from it, is no feature",
                List.of());
    }

    /** Says that it may do so by chance. */
    Leak doubt(String column, Labels labels) {
        return new Leak(
                Leak.Kind.NOT_CHECKED,
                column,
                "whether column '%s' alone tells %s, or chance does, nobody can tell from so few rows"
                        .formatted(column, what(labels)),
                "ask when it is known, and check tables with more rows of the rare class",
                List.of());
    }

    private String what(Labels labels) {
        return String.format(
                Locale.ROOT,
                "%s, with an AUC of %.3f",
                labels.classes().size() == 2
                        ? "the label"
                        : "class '%s' from the others".formatted(of),
                auc);
    }
}
