package himalia.magics.table;

import himalia.magics.spi.MagicException;

/** Options that choose rows or their looks: to a summary they would say nothing, and nobody would hear of it. */
final class AboutRows {
    private AboutRows() {}

    static void refuse(
            boolean interactive, boolean where, String[] sort, String[] heat, String[] bars) {
        refuse(interactive, "--interactive");
        refuse(where, "--where");
        refuse(sort.length > 0, "--sort");
        refuse(heat.length > 0, "--heat");
        refuse(bars.length > 0, "--bars");
    }

    private static void refuse(boolean given, String option) {
        if (given) {
            throw new MagicException(
                    "--summary tells of the columns of the whole table, and %s is about its rows; leave one of them out"
                            .formatted(option));
        }
    }
}
