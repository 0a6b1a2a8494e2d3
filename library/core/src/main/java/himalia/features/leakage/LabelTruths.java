package himalia.features.leakage;

import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/** A label that is true and false in one table and 1 and 0 in the other, as numbers or as texts, names the same classes. */
final class LabelTruths {
    private static final Set<String> TRUTHS = Set.of("true", "false");
    private static final Set<String> NUMBERS = Set.of("1", "0");

    private LabelTruths() {}

    /** Checks tables of labels that are written alike, and says where they were not. */
    static LeakageReport told(
            Table train, Table test, String label, Function<Table, LeakageReport> check) {
        var like = like(train, test, label);
        var report = check.apply(like);
        if (like == test) {
            return report;
        }
        boolean areTruths = are(test, label, TRUTHS);
        var notes = new ArrayList<String>();
        notes.add(
                "label '%s' is %s in the training table and %s in the test table, which were taken for the same; a model of one knows no class of the other, so write both alike"
                        .formatted(
                                label,
                                areTruths ? "1 and 0" : "true and false",
                                areTruths ? "true and false" : "1 and 0"));
        notes.addAll(report.notes());
        return new LeakageReport(
                report.trainRows(),
                report.testRows(),
                report.leaks(),
                report.duplicates(),
                report.featureAuc(),
                report.adversaryAuc(),
                notes);
    }

    /** Returns a test table whose label is written as that of the training table; the same where both are, or neither is. */
    static Table like(Table train, Table test, String label) {
        boolean toTruths = are(train, label, TRUTHS) && are(test, label, NUMBERS);
        boolean toNumbers = are(train, label, NUMBERS) && are(test, label, TRUTHS);
        if (!toTruths && !toNumbers) {
            return test;
        }
        var column = test.column(label);
        var like = train.column(label).emptyCopy();
        for (int row = 0; row < column.size(); row++) {
            if (Tables.isMissing(column, row)) {
                like.appendMissing();
            } else {
                like.appendCell(written(Tables.level(column, row), toTruths));
            }
        }
        return test.selectColumns(test.columnNames().toArray(String[]::new))
                .replaceColumn(label, like);
    }

    private static boolean are(Table table, String label, Set<String> levels) {
        return LevelCodes.few(table.column(label), levels.size())
                .filter(codes -> levels.containsAll(codes.levels()))
                .isPresent();
    }

    private static String written(String level, boolean asTruth) {
        if (asTruth) {
            return level.equals("1") ? "true" : "false";
        }
        return level.equals("true") ? "1" : "0";
    }
}
