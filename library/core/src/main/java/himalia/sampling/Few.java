package himalia.sampling;

import himalia.display.bundle.Amount;

/** Says that there are too few rows for the neighbours that a sampler looks for. */
final class Few {
    private Few() {}

    /** Tells of a whole table that is too small for the neighbours that are looked for. */
    static void check(int rows, int needed, String algorithm, int neighbours) {
        check(rows, needed, algorithm, neighbours, "neighbour");
    }

    /** Tells of a whole table that is too small for the nearest rows that say whether a row is at the border. */
    static void border(int rows, String algorithm, int border) {
        check(rows, border + 1, algorithm, border, "border row");
    }

    /**
     * Tells of a round that has left too few rows for the neighbours of the next.
     *
     * @param rounds how many there were
     * @param setting of which there is to be one less: as many of it as there were rounds
     */
    static void left(int rows, int neighbours, int rounds, String algorithm, String setting) {
        if (rounds > 0 && rows <= neighbours) {
            throw new IllegalArgumentException(
                    "%s of %s left %s of the table, and the next with %s needs at least %d; use at most %s"
                            .formatted(
                                    Amount.of(rounds, "round"),
                                    algorithm,
                                    Amount.of(rows, "row"),
                                    Amount.of(neighbours, "neighbour"),
                                    neighbours + 1,
                                    Amount.of(rounds, setting)));
        }
    }

    private static void check(
            int rows, int needed, String algorithm, int neighbours, String setting) {
        if (rows < needed) {
            var most = rows - needed + neighbours;
            throw new IllegalArgumentException(
                    "the table has %s, and %s with %s needs at least %d%s"
                            .formatted(
                                    Amount.of(rows, "row"),
                                    algorithm,
                                    Amount.of(neighbours, setting),
                                    needed,
                                    most > 0 ? "; use at most " + Amount.of(most, setting) : ""));
        }
    }

    /** Returns the rows of a class that is to grow; tells if they are too few. */
    static int[] rows(Classes classes, int code, int needed, String algorithm, int neighbours) {
        return rows(classes, code, needed, algorithm, neighbours, "RandomOverSampler");
    }

    /**
     * Returns the rows of a class; tells if they are too few.
     *
     * @param instead a sampler that does with any number of them
     */
    static int[] rows(
            Classes classes,
            int code,
            int needed,
            String algorithm,
            int neighbours,
            String instead) {
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
                                            ? "; use at most %s, or %s"
                                                    .formatted(
                                                            Amount.of(most, "neighbour"), instead)
                                            : "; use " + instead));
        }
        return rows;
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
