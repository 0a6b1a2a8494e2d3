package himalia.datatests;

import tech.tablesaw.api.Table;

/**
 * States what must hold in a notebook; a cell whose check fails is red, and so is the build that runs it.
 *
 * <pre>{@code
 * import static himalia.datatests.Check.check;
 *
 * check(report.recall("churned")).isGreaterThan(0.6);
 * check(train).hasRows(750);
 * }</pre>
 */
public final class Check {
    private Check() {}

    public static NumberCheck check(double value) {
        return new NumberCheck(value, Double.toString(value));
    }

    public static NumberCheck check(long value) {
        return new NumberCheck(value, Long.toString(value));
    }

    public static TextCheck check(String value) {
        return new TextCheck(value);
    }

    public static TruthCheck check(boolean value) {
        return new TruthCheck(value);
    }

    public static TableCheck check(Table value) {
        return new TableCheck(value);
    }
}
