package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Listed;
import himalia.model.Labels;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Classes of so few rows in both tables that any column may tell them by chance: of them no column can be asked. What only the test
 * table has is none of them: no column was asked of it.
 */
final class FewOfAClass {
    private static final int NAMED = 5;

    private final List<String> classes;
    private final int[] rows;
    private final int known;
    private final int all;
    private final boolean areAllKnown;
    private final List<String> few;
    private final String where;

    /** Counts the rows of both tables. */
    static FewOfAClass ofBoth(Labels learnt, Labels asked, int[] different, double rare) {
        return new FewOfAClass(learnt, asked, different, rare, "in both tables");
    }

    /** Counts the rows of half the training table, which were asked what the others tell. */
    static FewOfAClass ofHalf(Labels learnt, LevelHalves halves, double rare) {
        // Of one row a class there is no second half.
        return halves.second().length == 0
                ? ofTrain(learnt, halves.first(), rare, "the training table")
                : ofTrain(learnt, halves.second(), rare, "half of the training table");
    }

    private static FewOfAClass ofTrain(Labels learnt, int[] rows, double rare, String which) {
        return new FewOfAClass(
                learnt,
                learnt.withCodes(new int[0]),
                rows,
                rare,
                "in %s, which is asked since the test table has one class alone".formatted(which));
    }

    /**
     * Counts rows.
     *
     * @param different the training rows without copies
     * @param rare how often chance may tell a class, at most
     */
    private FewOfAClass(Labels learnt, Labels asked, int[] different, double rare, String where) {
        this.where = where;
        classes = learnt.classes();
        rows = asked.counts();
        IntStream.of(different).forEach(row -> rows[learnt.code(row)]++);
        var trained = learnt.counts();
        var codes = IntStream.range(0, rows.length).filter(code -> trained[code] > 0).toArray();
        known = codes.length;
        all = IntStream.of(codes).map(code -> rows[code]).sum();
        areAllKnown = all == different.length + asked.size();
        few =
                IntStream.of(codes)
                        .filter(code -> 2 * rows[code] <= all)
                        .filter(code -> new RareRows(rows[code], all).chance(1) > rare)
                        .mapToObj(classes::get)
                        .toList();
    }

    private boolean areAll() {
        return known - few.size() < 2;
    }

    /** Returns that nothing can be asked, where that is so. */
    List<Leak> leaks() {
        return few.isEmpty() || !areAll()
                ? List.of()
                : List.of(
                        new Leak(
                                Leak.Kind.NOT_CHECKED,
                                "",
                                "whether a column tells the label could not be checked: of %s %s%s, %s, and chance tells so few as well"
                                        .formatted(
                                                Amount.of(all, "row"),
                                                where,
                                                areAllKnown
                                                        ? ""
                                                        : " of classes that the training table has",
                                                counted()),
                                "ask of each column when it is known, and check tables with more rows of the class",
                                List.of()));
    }

    /** Returns of which classes nothing can be asked, where there are others. */
    List<String> notes() {
        return few.isEmpty() || areAll()
                ? List.of()
                : List.of(
                        "columns were not asked what they tell of classes of so few rows %s that chance tells them as well: %s"
                                .formatted(where, counted()));
    }

    private String counted() {
        return Listed.of(
                few.stream()
                        .map(
                                name ->
                                        "%d %s of '%s'"
                                                .formatted(
                                                        rows[classes.indexOf(name)],
                                                        rows[classes.indexOf(name)] == 1
                                                                ? "is"
                                                                : "are",
                                                        name))
                        .toList(),
                NAMED);
    }
}
