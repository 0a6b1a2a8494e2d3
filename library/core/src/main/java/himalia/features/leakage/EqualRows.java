package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.model.Labels;
import himalia.table.Tables;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tech.tablesaw.api.Table;

/**
 * Test rows that are in the training table, too. They were copied if chance does not make so many; else it is said why rows are
 * equal by chance, where that is known.
 */
final class EqualRows {
    /** Copies have the label of what they are copied from; so many equal rows with two labels are no copies. */
    private static final double CONFLICTS = 0.1;

    /** Where most of all that are named have another label, some may be copies, and nobody knows which. */
    private static final double MOST = 0.5;

    /** Numbers that differ by less are equal; computing with them leaves that much. */
    private static final double EXACT = 1e-9;

    private EqualRows() {}

    /**
     * Tells of them.
     *
     * @param columns what makes a row the same
     * @param keys the columns that no two rows have the same of: rows that are equal by chance differ there, and are no matter
     * @param cells by which they are judged
     */
    static List<Leak> of(
            Table train,
            Table test,
            String label,
            List<String> columns,
            Set<String> keys,
            List<String> classes,
            Map<Integer, List<Integer>> duplicates,
            Supplier<RowCells> cells) {
        if (duplicates.isEmpty()) {
            return List.of();
        }
        var learnt = Labels.toCompare(train, label, classes);
        var asked = Labels.toCompare(test, label, classes);
        var read = cells.get();
        var judged = read.judged(duplicates.keySet());
        boolean areCopied = judged.verdict() == CopiedRows.Verdict.COPIED;
        if (judged.verdict().compareTo(CopiedRows.Verdict.AGAIN) > 0 && !keys.isEmpty()) {
            return List.of();
        }
        boolean haveOneLabel =
                areCopied
                        && conflicts(duplicates, judged.copied(), learnt, asked)
                                <= CONFLICTS * judged.copied().size();
        var sure = haveOneLabel ? read.notByChance(duplicates.keySet()) : List.<Integer>of();
        var named = sure.isEmpty() ? List.copyOf(duplicates.keySet()) : sure;
        int conflicts = conflicts(duplicates, named, learnt, asked);
        boolean isFact = haveOneLabel && conflicts <= MOST * named.size();
        boolean isOne = named.size() == 1;
        var first =
                duplicates.entrySet().stream()
                        .filter(each -> each.getKey().equals(named.get(0)))
                        .findFirst()
                        .orElseThrow();
        int more = duplicates.size() - named.size();
        var text =
                "%d of %s %s%s: row %d is its row %d; %s%s"
                        .formatted(
                                named.size(),
                                Amount.of(test.rowCount(), "test row"),
                                isFact
                                        ? (isOne ? "is" : "are") + " in the training table, too"
                                        : (isOne ? "equals a row" : "equal rows")
                                                + " of the training table"
                                                + (areCopied
                                                        ? ""
                                                        : why(
                                                                judged.verdict(),
                                                                read,
                                                                test,
                                                                columns,
                                                                duplicates.keySet())),
                                keys.isEmpty()
                                        ? ""
                                        : ", but for '%s'".formatted(String.join("', '", keys)),
                                first.getKey(),
                                first.getValue().get(0),
                                conflicts == 0
                                        ? "the labels are the same"
                                        : "%d of them %s another label in the training table"
                                                .formatted(
                                                        conflicts, conflicts == 1 ? "has" : "have"),
                                more == 0
                                        ? ""
                                        : "; %d more %s one, as chance makes rows of so few cells"
                                                .formatted(more, more == 1 ? "equals" : "equal"));
        return List.of(
                new Leak(
                        isFact ? Leak.Kind.DUPLICATES : Leak.Kind.EQUAL_ROWS,
                        "",
                        text,
                        isFact
                                ? "drop duplicates before the split, and copy rows (RandomOverSampler) after it"
                                : comeAgain(judged.verdict())
                                        ? "if they were copied, drop duplicates before the split; if they are things that are seen again, split by what they are (--group); if steps made them equal, name the table they were made from (--from)"
                                        : "see whether they are the same thing seen twice; if so, keep both in one table",
                        named));
    }

    /** Returns what makes most of the rows equal by chance; nothing where nobody knows whether it is chance. */
    private static String why(
            CopiedRows.Verdict verdict,
            RowCells cells,
            Table test,
            List<String> columns,
            Collection<Integer> equal) {
        long holed =
                equal.stream()
                        .filter(
                                row ->
                                        columns.stream()
                                                .anyMatch(
                                                        name ->
                                                                Tables.isMissing(
                                                                        test.column(name), row)))
                        .count();
        if (2 * holed > equal.size()) {
            return ", as rows that miss the same cells do";
        }
        if (comeAgain(verdict)) {
            return ", as copies do, and as things that are seen again or planned so";
        }
        return verdict == CopiedRows.Verdict.CHANCE && cells.comeAgain()
                ? ", as rows of so few values do"
                : "";
    }

    private static boolean comeAgain(CopiedRows.Verdict verdict) {
        return verdict == CopiedRows.Verdict.AGAIN || verdict == CopiedRows.Verdict.DRAWN;
    }

    /** Test rows that equal each other have one list of training rows, which is read once. */
    private static int conflicts(
            Map<Integer, List<Integer>> duplicates,
            Collection<Integer> some,
            Labels learnt,
            Labels asked) {
        var only = new IdentityHashMap<List<Integer>, Integer>();
        int conflicts = 0;
        for (int row : some) {
            int code = only.computeIfAbsent(duplicates.get(row), rows -> onlyClass(rows, learnt));
            conflicts += code == asked.code(row) ? 0 : 1;
        }
        return conflicts;
    }

    /** Returns the class of the rows; -1 where they have several. */
    private static int onlyClass(List<Integer> rows, Labels learnt) {
        int code = learnt.code(rows.get(0));
        return rows.stream().allMatch(row -> learnt.code(row) == code) ? code : -1;
    }

    /** Returns rows that differ in some cell, each kind once. */
    static List<double[]> different(double[][] rows) {
        var known = new LongOpenHashSet();
        return Arrays.stream(rows).filter(row -> known.add(CopiedRows.kind(row))).toList();
    }

    /** Returns what rows of the same numbers have in common. */
    static List<Long> key(double[] row) {
        return Arrays.stream(row).mapToObj(value -> Math.round(value / EXACT)).toList();
    }
}
