package himalia.storage;

import java.nio.file.Path;

/** A process that appends rows until it is killed; it says which of them are on the disk. */
final class RowStoreWriter {
    private RowStoreWriter() {}

    record Measured(long number, String text) {}

    public static void main(String[] arguments) throws Exception {
        var store = RowStore.create(Path.of(arguments[0]), Measured.class);
        for (long row = 0; ; row++) {
            store.append(new Measured(row, "text of " + row));
            if (row % 1_000 == 999) {
                store.flush();
                System.out.println(row + 1);
            }
        }
    }
}
