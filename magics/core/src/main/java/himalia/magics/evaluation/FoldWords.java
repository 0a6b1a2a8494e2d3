package himalia.magics.evaluation;

import himalia.evaluation.folds.GroupKFold;
import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.RepeatedKFold;
import himalia.evaluation.folds.RepeatedStratifiedKFold;
import himalia.evaluation.folds.Splitter;
import himalia.evaluation.folds.StratifiedGroupKFold;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.evaluation.folds.TimeSeriesSplit;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.Labels;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.List;
import picocli.CommandLine.Option;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** How rows are cut into folds, in the options of a line. */
public final class FoldWords {
    /** A number of more different values is predicted as one. */
    private static final int MOST_CLASSES = 20;

    @Option(
            names = "--folds",
            defaultValue = "5",
            description = "How many folds. Default: ${DEFAULT-VALUE}.")
    private int folds;

    @Option(
            names = "--repeats",
            defaultValue = "1",
            description = "How many times the rows are mixed and cut. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(
            names = "--group",
            defaultValue = "",
            paramLabel = "COLUMN",
            description = "Column whose values are not parted: a customer is in one fold.")
    @ValuesFrom(TableColumns.class)
    private String group = "";

    @Option(
            names = "--in-order",
            description = "Judge later rows by models of earlier ones; the rows stand in order.")
    private boolean inOrder;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Makes two runs agree. Default: ${DEFAULT-VALUE}.")
    private long seed;

    /** Returns the splitter: one that keeps the shares of classes, where the trainers tell classes apart. */
    public Splitter splitter(List<Trainer> trainers, Table table, String label) {
        if (repeats < 1) {
            throw new MagicException("--repeats must be at least 1, got " + repeats);
        }
        int given = (repeats > 1 ? 1 : 0) + (group.isEmpty() ? 0 : 1) + (inOrder ? 1 : 0);
        if (given > 1) {
            throw new MagicException("only one of --repeats, --group and --in-order can be given");
        }
        if (inOrder) {
            return new TimeSeriesSplit(folds);
        }
        var query = trainers.stream().flatMap(each -> each.ranksWithin().stream()).findFirst();
        if (given == 0 && query.isPresent()) {
            // Rows of a query are put in order together.
            return new GroupKFold(folds, query.get());
        }
        boolean areClasses = areClasses(trainers, table, label);
        if (!group.isEmpty()) {
            return areClasses
                    ? new StratifiedGroupKFold(folds, group, true, seed)
                    : new GroupKFold(folds, group);
        }
        if (repeats > 1) {
            return areClasses
                    ? new RepeatedStratifiedKFold(folds, repeats, seed)
                    : new RepeatedKFold(folds, repeats, seed);
        }
        return areClasses ? new StratifiedKFold(folds, seed) : new KFold(folds, seed);
    }

    /** Returns the seed of the line. */
    public long seed() {
        return seed;
    }

    /** Returns how many models are trained for one score. */
    public int models() {
        return folds * repeats;
    }

    /** Returns whether trainers tell classes apart; where none of them knows before it has learnt, the label tells. */
    public static boolean areClasses(List<Trainer> trainers, Table table, String label) {
        return trainers.stream()
                .flatMap(each -> each.predicts().stream())
                .findFirst()
                .map(kind -> kind == Target.Kind.CLASSES)
                .orElseGet(() -> areClasses(table, label));
    }

    /** A number of many values is predicted as one, and so is one that hardly comes twice, of however few rows. */
    private static boolean areClasses(Table table, String label) {
        if (!table.containsColumn(label)
                || !(table.column(label) instanceof NumericColumn<?> numbers)) {
            return true;
        }
        int different = numbers.countUnique();
        return different <= MOST_CLASSES
                && different <= numbers.size() / 2
                && areWhole(table, label);
    }

    private static boolean areWhole(Table table, String label) {
        try {
            Labels.toLearn(table, label);
            return true;
        } catch (IllegalArgumentException noClasses) {
            return false;
        }
    }
}
