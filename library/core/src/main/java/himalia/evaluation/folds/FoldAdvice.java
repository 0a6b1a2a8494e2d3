package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * What gives every fold rows of each class: that depends on who cuts the rows, and on how many the rarest class has.
 *
 * <pre>{@code
 * new FoldAdvice(new LeaveOneOut(), train, "churned").text()
 * // take a splitter that deals each class to all folds, such as StratifiedKFold of at most 54 folds, as many as class 'yes' has rows
 * }</pre>
 *
 * @param splitter cuts the rows
 * @param table all rows, with the columns that they are cut by
 * @param label the column of the classes
 */
public record FoldAdvice(Splitter splitter, Table table, String label) {
    private static final int FEWEST_FOLDS = 2;

    public FoldAdvice {
        given(splitter, "splitter");
        given(table, "table");
        given(label, "label");
    }

    /** The class that is in the fewest rows, or groups of rows. */
    private record Rarest(String name, int count, String in) {
        String words() {
            return "class '%s' %s".formatted(name, in);
        }
    }

    /**
     * Returns it as the end of a sentence that says which fold lacks a class.
     *
     * @param others what else may be done, such as {@code "take another metric"}
     */
    public String text(String... others) {
        given(others, "others");
        var levels = LevelCodes.of(Tables.column(table, label));
        if (levels.levels().size() < 2) {
            return "all rows of the table are of it; take a table with rows of another class";
        }
        var rarest = rarest(levels);
        var ways = new ArrayList<String>();
        var why = "";
        if (rarest.count < FEWEST_FOLDS) {
            why = rarest.words() + needed() + "; ";
            ways.add(isByGroups() ? "get rows of it in other groups" : "get more rows of it");
        } else if (deals() && folds().orElse(0) > rarest.count) {
            why = rarest.words() + needed() + "; ";
            ways.add("take at most %d folds".formatted(rarest.count));
        } else {
            ways.addAll(others(rarest));
        }
        if (!why.isEmpty() && levels.levels().size() > 2) {
            ways.add("drop the class");
        }
        ways.addAll(List.of(others));
        return why + String.join(", or ", ways);
    }

    private List<String> others(Rarest rarest) {
        boolean areFewest = folds().orElse(0) == FEWEST_FOLDS;
        if (splitter instanceof StratifiedGroupKFold) {
            return List.of(areFewest ? "get rows of it in other groups" : "take fewer folds");
        }
        if (isByGroups()) {
            return List.of(
                    "take StratifiedGroupKFold of at most %d folds, for %s"
                            .formatted(rarest.count, rarest.words()));
        }
        var dealt =
                "take a splitter that deals each class to all folds, such as StratifiedKFold of at most %d folds, as many as class '%s' has rows"
                        .formatted(rarest.count, rarest.name);
        if (!(splitter instanceof TimeSeriesSplit inOrder)) {
            return List.of(dealt);
        }
        var unordered = "where time does not matter, " + dealt;
        return inOrder.folds() > FEWEST_FOLDS
                ? List.of("take fewer folds", unordered)
                : List.of(unordered);
    }

    private String needed() {
        return folds().isPresent()
                ? ", and %d folds need one each".formatted(folds().getAsInt())
                : ", and what is learnt from is not judged by";
    }

    private Rarest rarest(LevelCodes levels) {
        var group = isByGroups() ? splitter.columns().get(0) : "";
        var counts = group.isEmpty() ? levels.counts() : groups(levels, group);
        int least =
                IntStream.range(0, counts.length)
                        .reduce((one, other) -> counts[other] < counts[one] ? other : one)
                        .orElse(0);
        return new Rarest(
                levels.levels().get(least),
                counts[least],
                group.isEmpty()
                        ? "has " + Amount.of(counts[least], "row")
                        : "is in %s of '%s'".formatted(Amount.of(counts[least], "group"), group));
    }

    /** In how many groups each class is. */
    private int[] groups(LevelCodes levels, String group) {
        var groups = FoldNumbers.groups(table, group);
        var counts = new int[levels.levels().size()];
        IntStream.range(0, groups.length)
                .filter(row -> levels.code(row) != LevelCodes.MISSING)
                .mapToObj(row -> List.of(levels.code(row), groups[row]))
                .distinct()
                .forEach(pair -> counts[pair.get(0)]++);
        return counts;
    }

    private boolean isByGroups() {
        return Stream.of(GroupKFold.class, StratifiedGroupKFold.class, LeaveOneGroupOut.class)
                .anyMatch(each -> each.isInstance(splitter));
    }

    /** Returns whether every fold has rows of each class that has as many as there are folds. */
    private boolean deals() {
        return Stream.of(
                        StratifiedKFold.class,
                        RepeatedStratifiedKFold.class,
                        InstanceHardnessCv.class)
                .anyMatch(each -> each.isInstance(splitter));
    }

    /** Returns in how many parts the rows are cut; nothing where they are drawn, or each is one. */
    private OptionalInt folds() {
        if (splitter instanceof StratifiedKFold dealt) {
            return OptionalInt.of(dealt.folds());
        }
        if (splitter instanceof RepeatedStratifiedKFold dealt) {
            return OptionalInt.of(dealt.folds());
        }
        if (splitter instanceof InstanceHardnessCv dealt) {
            return OptionalInt.of(dealt.folds());
        }
        if (splitter instanceof StratifiedGroupKFold dealt) {
            return OptionalInt.of(dealt.folds());
        }
        if (splitter instanceof KFold cut) {
            return OptionalInt.of(cut.folds());
        }
        if (splitter instanceof RepeatedKFold cut) {
            return OptionalInt.of(cut.folds());
        }
        return splitter instanceof GroupKFold cut
                ? OptionalInt.of(cut.folds())
                : OptionalInt.empty();
    }
}
