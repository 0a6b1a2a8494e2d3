package himalia.datatests;

import static himalia.display.bundle.Given.given;

import tech.tablesaw.api.Table;

/**
 * States what must hold in a notebook; a cell whose check fails is red, and so is the build that runs it.
 *
 * <pre>{@code
 * import static himalia.datatests.Check.check;
 *
 * check(report.recall("churned")).isGreaterThan(0.6);
 * check("recall", report.recall("churned")).isGreaterThan(0.6);
 * check(train).hasRows(750);
 * }</pre>
 */
public final class Check {
    private Check() {}

    public static NumberCheck check(double value) {
        return check("", value);
    }

    public static NumberCheck check(long value) {
        return check("", value);
    }

    public static TextCheck check(String value) {
        given(value, "value");
        return new TextCheck(value);
    }

    public static TruthCheck check(boolean value) {
        return check("", value);
    }

    /** Checks a number that has a name, which the cell's answer then begins with. */
    public static NumberCheck check(String name, double value) {
        given(name, "name");
        return new NumberCheck(name, value, Double.toString(value));
    }

    /** Checks a whole number that has a name. */
    public static NumberCheck check(String name, long value) {
        given(name, "name");
        return new NumberCheck(name, value, Long.toString(value));
    }

    /** Checks a statement: {@code check("both agree", here.equals(there)).isTrue()}. */
    public static TruthCheck check(String name, boolean value) {
        given(name, "name");
        return new TruthCheck(name, value);
    }

    public static TableCheck check(Table value) {
        given(value, "value");
        return new TableCheck(value);
    }
}
