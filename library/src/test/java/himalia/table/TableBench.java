package himalia.table;

import java.util.Arrays;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** How long a table of ten million rows takes to be shown; run by hand, because a busy machine is no test. */
final class TableBench {
    private static final int ROWS = 10_000_000;

    private TableBench() {}

    public static void main(String[] arguments) {
        var numbers = new int[ROWS];
        Arrays.setAll(numbers, i -> i);
        var values = new double[ROWS];
        Arrays.setAll(values, i -> Math.sin(i));
        var table = Table.create("large", IntColumn.create("id", numbers));
        for (int i = 0; i < 5; i++) {
            table.addColumns(DoubleColumn.create("value " + i, values));
        }
        for (int run = 1; run <= 10; run++) {
            var start = System.nanoTime();
            var bundle = new TableRenderer().render(table);
            System.out.printf(
                    "run %d: %.1f ms, %d characters of HTML%n",
                    run,
                    (System.nanoTime() - start) / 1e6,
                    bundle.data().get("text/html").toString().length());
        }
    }
}
