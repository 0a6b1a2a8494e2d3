package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Rows that lie on the line between two others of their class, as SMOTE makes them, where the three are not all in one table.
 * Real rows are seldom so exact. Those that are, since their numbers are round, stand at simple fractions of the way, and are
 * left out; and what chance finds besides, it finds in imitations of the test table, too.
 *
 * <p>Lines are looked for to nine digits first, and where none are found, to the digits that the numbers have.
 */
final class SyntheticRows {
    /** What numbers of all digits may err, in deviations. */
    private static final double EXACT = 1e-9;

    private static final int FEWEST = 5;

    /** Three lines that end at the same three rows are made along; of fewer nobody can tell. */
    private static final int FEWEST_ENDS = 3;

    /** Of many lines by nature some end at one row by chance; of those along which rows were made, most do. */
    private static final double SHARED = 0.2;

    /** Where few rows were made, they are on lines of their own. */
    private static final int MOST_OF_A_LINE = 2;

    private static final double SEVERAL_OF_A_LINE = 1.5;

    static final double RARE = 1e-4;

    /** Of large tables more rows are found, and a few imitations are enough. */
    private static final int MOST_IMITATIONS = 40;

    private static final int FEWEST_IMITATIONS = 4;
    private static final long MOST_WORK = 30_000_000;

    private final Numbers numbers;
    private final Lines lines;
    private final NewRows isNew;

    /** How far numbers may be from what they were before they were rounded, or nothing. */
    private final double @Nullable [][] errors;

    private @Nullable FrequentValues frequent;
    private @Nullable RepeatedValues repeated;

    private SyntheticRows(
            Numbers numbers, Lines lines, NewRows isNew, double @Nullable [][] errors) {
        this.errors = errors;
        this.numbers = numbers;
        this.lines = lines;
        this.isNew = isNew;
    }

    static List<Leak> of(Table train, Table test, String label, Numbers all, List<String> classes) {
        var numbers = IndependentColumns.of(all);
        if (numbers.names().size() < 2) {
            return List.of();
        }
        var learnt = Labels.toCompare(train, label, classes);
        var asked = Labels.toCompare(test, label, classes);
        var groups = ClassRows.of(learnt, asked);
        var errors = Digits.errors(numbers, EXACT).orElse(null);
        var isNew = new NewRows(numbers);
        var unrounded =
                new SyntheticRows(numbers, new ExactLines(numbers.names().size()), isNew, errors);
        var exact = unrounded.leaks(groups);
        if (isFact(exact)) {
            return exact;
        }
        var rounded =
                errors == null
                        ? unrounded
                        : new SyntheticRows(numbers, new RoundedLines(errors), isNew, errors);
        var others = errors == null ? exact : rounded.leaks(groups);
        if (isFact(others)) {
            return others;
        }
        var finer = rounded.finer(groups);
        return !finer.isEmpty() ? finer : others.isEmpty() ? exact : others;
    }

    private static boolean isFact(List<Leak> leaks) {
        return leaks.stream().anyMatch(leak -> leak.kind().isCertain());
    }

    private List<Leak> finer(List<ClassRows> groups) {
        var found = new FinerRows(numbers, lines, isNew).found(groups);
        if (found.isEmpty()) {
            return List.of();
        }
        var all = IntStream.range(0, numbers.rows().length).toArray();
        var ends = SharedEnds.of(numbers.rows(), found, all, areExact() ? null : errors);
        return isByNature(ends, found) ? List.of() : List.of(said().made(found, lookedAt(groups)));
    }

    private SyntheticLeaks said() {
        return new SyntheticLeaks(
                numbers, isNew.are(), areExact() ? "exactly" : "as exactly as their digits tell");
    }

    private static int lookedAt(List<ClassRows> groups) {
        return groups.stream()
                .mapToInt(group -> Math.min(group.test().length, ClassRows.MOST_ASKED))
                .sum();
    }

    private List<Leak> leaks(List<ClassRows> groups) {
        var found = new ArrayList<Between>();
        var untold = new ArrayList<Between>();
        for (var group : groups) {
            var ofClass = find(group, numbers.rows(), isNew.are());
            switch (verdict(group, ofClass)) {
                case MADE -> found.addAll(own(numbers.rows(), ofClass));
                case NOBODY_CAN_TELL -> untold.addAll(ofClass);
                case CHANCE -> {}
            }
        }
        if (!found.isEmpty()) {
            return List.of(said().made(found, lookedAt(groups)));
        }
        return untold.isEmpty() ? List.of() : List.of(said().untold(untold));
    }

    private enum Verdict {
        MADE,
        NOBODY_CAN_TELL,
        CHANCE
    }

    /**
     * Rows of whole numbers, of few columns, or of columns that follow from each other lie between others by chance: as often as
     * those of an imitation do. Where many were made on few lines, imitations of them stay there; but of lines by nature few end
     * where others do. So many rows of few lines are by nature where their ends are their own, and made where they are not, as
     * long as rows that take values from two do not lie so, too.
     */
    private Verdict verdict(ClassRows group, List<Between> found) {
        if (found.size() < FEWEST) {
            return Verdict.CHANCE;
        }
        var own = own(numbers.rows(), found);
        if (own.size() < FEWEST || !areExact() && !isSurprising(group, own, 0)) {
            return Verdict.CHANCE;
        }
        var ends = SharedEnds.of(numbers.rows(), found, group.all(), areExact() ? null : errors);
        // What is exact by chance among rounded rows is on rounded lines.
        var rounded =
                areExact() && errors != null
                        ? SharedEnds.of(numbers.rows(), found, group.all(), errors)
                        : ends;
        int enough = enough(ends);
        if (isByNature(ends, found) || isByNature(rounded, found)) {
            return ends.count() < 2 ? Verdict.CHANCE : Verdict.NOBODY_CAN_TELL;
        }
        if (!areExact()) {
            return Verdict.MADE;
        }
        int ofOwn = SharedEnds.of(numbers.rows(), own, group.all()).count();
        return isSurprising(group, own, ofOwn < enough ? 0 : ofOwn) ? Verdict.MADE : Verdict.CHANCE;
    }

    private boolean isSurprising(ClassRows group, List<Between> found, int ends) {
        var rows = numbers.rows();
        var test = IntStream.range(numbers.trainRows(), rows.length).toArray();
        int width = numbers.names().size();
        var frequent = frequent();
        // Those of its class have its shape, and those of all classes are nearer.
        var own = new Imitation(rows, group.test(), group.test(), frequent, width);
        var any = new Imitation(rows, group.test(), test, frequent, width);
        return isSurprising(
                        group,
                        found.size(),
                        into -> own.moved(rows, into),
                        into -> any.moved(rows, into),
                        (into, each) -> each.size())
                || ends > 0
                        && isSurprising(
                                group,
                                ends,
                                into -> own.crossed(rows, into),
                                into -> any.crossed(rows, into),
                                (into, each) -> SharedEnds.of(into, each, group.all()).count());
    }

    /** Of four rows, five cannot be ends. */
    private static int enough(SharedEnds ends) {
        return Math.max(FEWEST_ENDS, Math.min(FEWEST, ends.different()));
    }

    private static boolean isByNature(SharedEnds ends, List<Between> found) {
        boolean areOwn = ends.count() < SHARED * ends.different();
        return found.size() > MOST_OF_A_LINE * ends.lines()
                        && (areOwn || ends.count() < enough(ends))
                || found.size() > SEVERAL_OF_A_LINE * ends.lines() && areOwn;
    }

    private FrequentValues frequent() {
        if (frequent == null) {
            frequent = new FrequentValues(numbers.rows(), numbers.names().size());
        }
        return frequent;
    }

    private boolean areExact() {
        return lines instanceof ExactLines;
    }

    private boolean isSurprising(
            ClassRows group,
            int found,
            Consumer<double[][]> byOwn,
            Consumer<double[][]> byAny,
            ToIntBiFunction<double[][], List<Between>> count) {
        long work = Math.max(1, group.work());
        int most = (int) Math.max(FEWEST_IMITATIONS, Math.min(MOST_IMITATIONS, MOST_WORK / work));
        int ofOwn = 0;
        int ofAny = 0;
        for (int i = 1; i <= most; i++) {
            ofOwn += count(byOwn, group, count);
            ofAny += count(byAny, group, count);
            int chance = Math.max(ofOwn, ofAny);
            if (Surprise.is(RARE, found, chance, i)) {
                return true;
            }
            if (Surprise.isNever(found, chance, i)) {
                return false;
            }
        }
        return false;
    }

    private int count(
            Consumer<double[][]> imitation,
            ClassRows group,
            ToIntBiFunction<double[][], List<Between>> count) {
        var rows = numbers.rows().clone();
        imitation.accept(rows);
        var marked = isNew.are(rows, group.test());
        return count.applyAsInt(rows, own(rows, find(group, rows, marked)));
    }

    private List<Between> find(ClassRows group, double[][] rows, boolean[] marked) {
        var all = group.all();
        var interrupt = new InterruptCheck();
        return IntStream.of(group.asked())
                .parallel()
                .mapToObj(
                        row -> {
                            interrupt.ask();
                            return lines.around(rows, marked, row, all);
                        })
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those that have values of their own, as what was made between others has. */
    private List<Between> own(double[][] rows, List<Between> found) {
        return found.stream().filter(each -> repeated().areOwn(rows, each.row())).toList();
    }

    private RepeatedValues repeated() {
        if (repeated == null) {
            repeated = new RepeatedValues(numbers.rows(), errors);
        }
        return repeated;
    }
}
