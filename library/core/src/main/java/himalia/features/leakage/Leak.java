package himalia.features.leakage;

import static himalia.display.bundle.Given.given;

import java.util.List;

/**
 * One way by which test rows are known before.
 *
 * <pre>{@code
 * for (Leak leak : LeakageCheck.of("churned").check(train, test).leaks()) {
 *     System.out.println(leak.kind() + ": " + leak.text());
 * }
 * }</pre>
 *
 * @param kind what it is
 * @param subject whose it is: a step, a column, or empty for the tables
 * @param text what was found, with its numbers
 * @param advice what to do about it
 * @param rows the numbers of the rows of the test table that it is about; empty where it is about all
 */
public record Leak(Kind kind, String subject, String text, String advice, List<Integer> rows) {
    /** What kinds there are. */
    public enum Kind {
        /** A step or a model has learnt from test rows. */
        FITTED_ON_TEST,
        /** Whether a step or a model has learnt from test rows, or rows were made along a few lines, could not be found out. */
        NOT_CHECKED,
        /** Test rows are in the training table, too, and chance does not explain it. */
        DUPLICATES,
        /** Test rows equal training rows, and chance may have made them so: of few values, of missing cells, or of a few rows. */
        EQUAL_ROWS,
        /** Test rows are almost the same as training rows. */
        NEAR_DUPLICATES,
        /** Rows of one table were made from rows of the other, as by SMOTE. */
        SYNTHETIC,
        /** Rows of one group, such as a patient, are in both tables. */
        SHARED_GROUPS,
        /** Training rows come after the first test row. */
        TIME_OVERLAP,
        /** One column tells the label. */
        LABEL_PROXY,
        /** A column is filled, or dated, when the label is known already. */
        AFTER_THE_LABEL,
        /** A model can tell training rows from test rows. */
        DISTINGUISHABLE;

        /** Returns true for facts; of the others somebody has to say whether they are right. */
        public boolean isCertain() {
            return this == FITTED_ON_TEST || this == DUPLICATES || this == SYNTHETIC;
        }
    }

    public Leak {
        given(kind, "kind");
        given(subject, "subject");
        given(text, "text");
        given(advice, "advice");
        rows = List.copyOf(given(rows, "rows"));
    }

    @Override
    public String toString() {
        return text;
    }
}
