package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.util.Locale;

/**
 * What an access costs in a store of rows and in one of columns, in microseconds: of several times the one in the middle.
 *
 * <pre>{@code
 * AccessCost scan = TableLayout.of(train).costs().get(0);
 * double times = scan.rowMicros() / scan.columnMicros();   // so much longer it takes where rows are kept together
 * }</pre>
 *
 * @param what what was done
 * @param rowMicros where rows are kept together
 * @param columnMicros where columns are kept together
 */
public record AccessCost(String what, double rowMicros, double columnMicros) {
    public AccessCost {
        given(what, "what");
    }

    /** Returns a time in words, with two digits: {@code 3.4 ms}. */
    static String words(double micros) {
        if (micros < 1) {
            return digits(micros * 1_000) + " ns";
        }
        return micros < 1_000 ? digits(micros) + " µs" : digits(micros / 1_000) + " ms";
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.1f" : "%,.0f", number);
    }

    /** Returns which is quicker, and by how much: {@code columns, 41 ×}. */
    String quicker() {
        double times = Math.max(rowMicros, columnMicros) / Math.min(rowMicros, columnMicros);
        return (rowMicros < columnMicros ? "rows, " : "columns, ") + digits(times) + " ×";
    }
}
