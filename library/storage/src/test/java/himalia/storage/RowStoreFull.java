package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A process that may write less than it wants to; it says how many rows its store has then. */
final class RowStoreFull {
    private RowStoreFull() {}

    static Table rows(int from, int to) {
        var numbers = LongColumn.create("number");
        var texts = StringColumn.create("text");
        for (int row = from; row < to; row++) {
            numbers.append(row);
            // Such that it does not become shorter by being packed.
            texts.append(Long.toHexString(row * 0x9E37_79B9_7F4A_7C15L) + Math.sin(row));
        }
        return Table.create("rows", numbers, texts);
    }

    public static void main(String[] arguments) throws Exception {
        try (var store = RowStore.create(Path.of(arguments[0]), rows(0, 0))) {
            store.append(rows(0, 3));
            try {
                store.append(rows(3, 100_000));
            } catch (IOException e) {
                System.out.println("table refused at " + store.size());
            }
            store.append(rows(3, 5)).flush();
            long row = 5;
            try {
                while (row < 100_000) {
                    store.append(rows((int) row, (int) row + 1));
                    row++;
                }
            } catch (IOException e) {
                System.out.println("row refused: " + (store.size() - row));
            }
        } catch (IOException e) {
            System.out.println("closed, and what waited is lost");
        }
    }
}
