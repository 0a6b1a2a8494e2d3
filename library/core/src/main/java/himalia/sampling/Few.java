package himalia.sampling;

import himalia.display.bundle.Amount;

/** Says that there are too few rows for the neighbours that a sampler looks for. */
final class Few {
    private Few() {}

    /** Tells of a whole table that is too small. */
    static void check(int rows, int needed, String algorithm, int neighbours) {
        if (rows < needed) {
            throw new IllegalArgumentException(
                    "the table has %s, and %s with %s needs at least %d%s"
                            .formatted(
                                    Amount.of(rows, "row"),
                                    algorithm,
                                    Amount.of(neighbours, "neighbour"),
                                    needed,
                                    atMost(rows - needed + neighbours, "")));
        }
    }

    /** Returns the rows of a class; tells if they are too few. */
    static int[] rows(Classes classes, int code, int needed, String algorithm, int neighbours) {
        var rows = classes.rows(code);
        if (rows.length < needed) {
            var most = rows.length - needed + neighbours;
            throw new IllegalArgumentException(
                    "class '%s' has %s, and %s with %s needs at least %d%s"
                            .formatted(
                                    classes.names().get(code),
                                    Amount.of(rows.length, "row"),
                                    algorithm,
                                    Amount.of(neighbours, "neighbour"),
                                    needed,
                                    most > 0
                                            ? atMost(most, ", or RandomOverSampler")
                                            : "; use RandomOverSampler"));
        }
        return rows;
    }

    private static String atMost(int neighbours, String or) {
        return neighbours > 0 ? "; use at most " + Amount.of(neighbours, "neighbour") + or : "";
    }

    /** Refuses a setting that counts something and is less than one. */
    static int atLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "%s must be at least 1, got %d".formatted(name, value));
        }
        return value;
    }
}
