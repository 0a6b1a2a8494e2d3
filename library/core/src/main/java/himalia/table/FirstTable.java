package himalia.table;

import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/**
 * Has Tablesaw's classes initialised, whatever is interrupted meanwhile. To make the first table, it searches the class path
 * on threads of its own; one that is interrupted then can make no table any more until its process ends. And two threads of
 * which one asks for a type and the other for the list of all types wait for each other for ever.
 *
 * <pre>{@code
 * FirstTable.begin();   // before several threads make columns, or one that may be interrupted makes a table
 * }</pre>
 */
public final class FirstTable {
    static {
        // Not a lambda: its code would be this class's, which is not to be had before this has
        // ended.
        var apart = new Thread(new Apart(), "himalia-first-table");
        apart.setDaemon(true);
        apart.start();
        boolean isInterrupted = false;
        while (apart.isAlive()) {
            try {
                apart.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private FirstTable() {}

    private static final class Apart implements Runnable {
        @Override
        public void run() {
            ColumnType.values();
            Table.create();
        }
    }

    /** Returns when it is done; the first time it takes some tenths of a second. */
    public static void begin() {
        // Its class has done it.
    }
}
