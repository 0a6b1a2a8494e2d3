package himalia.install.shown;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How long tables of ten million rows take to be shown, as HTML and text; run by hand, because a busy machine is no test.
 * {@code LargeTablesTest} counts what is read.
 *
 * <pre>{@code
 * java -Xmx3g -XX:MaxDirectMemorySize=3g --add-opens=java.base/java.nio=ALL-UNNAMED \
 *     -cp library/target/test-classes:library/target/classes:$(cat library/target/runtime.classpath) \
 *     himalia.table.TableBench [arrow]
 * }</pre>
 */
final class TableBench {
    private static final int ROWS = 10_000_000;
    private static final int RUNS = 50;

    private TableBench() {}

    public static void main(String[] arguments) {
        var arrow = arguments.length > 0 && arguments[0].equals("arrow");
        Object large = arrow ? vectors() : table();
        var times = new double[RUNS];
        var threads = ManagementFactory.getThreadMXBean();
        for (int run = 0; run < RUNS; run++) {
            var start = System.nanoTime();
            var begun = threads.getCurrentThreadCpuTime();
            var bundle = Display.render(large);
            times[run] = (System.nanoTime() - start) / 1e6;
            if (run == 0) {
                System.out.printf(
                        "%s: first %.1f ms, of which the processor worked %.1f; %d characters of HTML, %d of text%n",
                        arrow ? "Arrow" : "Tablesaw",
                        times[0],
                        (threads.getCurrentThreadCpuTime() - begun) / 1e6,
                        bundle.data().get(MimeBundle.HTML).toString().length(),
                        bundle.text().length());
            }
        }
        var warm = Arrays.copyOfRange(times, RUNS / 2, RUNS);
        Arrays.sort(warm);
        System.out.printf(
                "warm: median %.1f ms, slowest %.1f ms%n",
                warm[warm.length / 2], warm[warm.length - 1]);
    }

    private static Table table() {
        var numbers = new int[ROWS];
        Arrays.setAll(numbers, i -> i);
        var values = new double[ROWS];
        Arrays.setAll(values, i -> Math.sin(i));
        var table = Table.create("large", IntColumn.create("id", numbers));
        for (int i = 0; i < 5; i++) {
            table.addColumns(DoubleColumn.create("value " + i, values));
        }
        return table;
    }

    private static VectorSchemaRoot vectors() {
        var memory = new RootAllocator();
        var vectors = new FieldVector[6];
        var ids = new BigIntVector("id", memory);
        ids.allocateNew(ROWS);
        for (int row = 0; row < ROWS; row++) {
            ids.set(row, row);
        }
        ids.setValueCount(ROWS);
        vectors[0] = ids;
        for (int i = 1; i < vectors.length; i++) {
            var values = new Float8Vector("value " + i, memory);
            values.allocateNew(ROWS);
            for (int row = 0; row < ROWS; row++) {
                values.set(row, Math.sin(row));
            }
            values.setValueCount(ROWS);
            vectors[i] = values;
        }
        return VectorSchemaRoot.of(vectors);
    }
}
