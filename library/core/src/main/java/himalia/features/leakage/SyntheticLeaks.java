package himalia.features.leakage;

import himalia.display.bundle.Amount;
import java.util.List;
import java.util.TreeSet;

/**
 * What is said of rows that lie between others.
 *
 * @param isNew which of all rows are test rows that no training row equals
 * @param exactly how exactly they lie there
 */
record SyntheticLeaks(Numbers numbers, boolean[] isNew, String exactly) {
    Leak made(List<Between> found, int lookedAt) {
        int trainRows = numbers.trainRows();
        int testRows = numbers.rows().length - trainRows;
        var test = new TreeSet<Integer>();
        var parents = new TreeSet<Integer>();
        for (var each : found) {
            if (each.row() >= trainRows) {
                test.add(each.row() - trainRows);
            } else {
                parents.add((isNew[each.from()] ? each.from() : each.to()) - trainRows);
            }
        }
        var rows = new TreeSet<>(test);
        rows.addAll(parents);
        return new Leak(
                Leak.Kind.SYNTHETIC,
                "Smote",
                "rows were made between others before the split, as Smote does: %d of %s lie %s between two rows of which one is learnt from, and %d are what training rows were made from"
                        .formatted(
                                test.size(),
                                lookedAt < testRows
                                        ? "%,d that were looked at, of %s,"
                                                .formatted(
                                                        lookedAt, Amount.of(testRows, "test row"))
                                        : Amount.of(testRows, "test row"),
                                exactly,
                                parents.size()),
                "split first, then balance the training table alone, or put the sampler into a Pipeline",
                List.copyOf(rows));
    }

    Leak untold(List<Between> found) {
        int trainRows = numbers.trainRows();
        var rows =
                found.stream()
                        .filter(each -> each.row() >= trainRows)
                        .map(each -> each.row() - trainRows)
                        .sorted()
                        .toList();
        return new Leak(
                Leak.Kind.NOT_CHECKED,
                "Smote",
                "%,d rows lie between two others on a few lines; whether rows were made along them before the split, as Smote does, or columns follow from each other, nobody can tell from the rows"
                        .formatted(found.size()),
                "if rows were made, split first, then balance the training table alone",
                rows);
    }
}
