package himalia.storage;

import himalia.table.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/** A process that writes one file again and again until it is killed, each time with another table of as many rows. */
final class FileRewriter {
    static final int ROWS = 20_000;

    private FileRewriter() {}

    /** Every row of a table holds its number, so that two tables in one file are seen. */
    static Table table(int number) {
        var rows = new ArrayList<List<Object>>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(List.of(number, (double) row, row % 7));
        }
        return Tables.of(rows, "label", "x", "y").setName("t");
    }

    public static void main(String[] arguments) throws Exception {
        var file = Path.of(arguments[0]);
        var source = Path.of(arguments[1]);
        for (int number = 1; ; number++) {
            if (number % 2 == 0 || arguments.length < 3) {
                Storage.write(table(number), file);
            } else {
                Storage.convert(source, file);
            }
            System.out.println(number);
        }
    }
}
