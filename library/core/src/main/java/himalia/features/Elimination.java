package himalia.features;

import himalia.display.bundle.InterruptCheck;
import himalia.evaluation.Scoring;
import himalia.evaluation.explanation.PermutationImportance;
import himalia.model.Model;
import himalia.model.Trainer;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import tech.tablesaw.api.Table;

/** Leaves out columns one by one, the least needed first. */
final class Elimination {
    private static final int REPEATS = 3;

    /** What adding up scores leaves where mixing costs nothing. */
    private static final double NOTHING = 1e-12;

    private Elimination() {}

    /**
     * Returns the columns that are left.
     *
     * @param features how many are left in the end
     * @param scoring by what is told how much a column is needed, where its cells are mixed
     * @param seen is told each model that was trained on the way, with its columns
     */
    static List<String> down(
            Trainer trainer,
            Table table,
            String label,
            int features,
            Rfe.By by,
            Scoring scoring,
            long seed,
            BiConsumer<List<String>, Model> seen) {
        var kept = SelectedColumns.names(trainer, NewColumns.features(table, label), features);
        var interrupt = new InterruptCheck();
        while (kept.size() > features) {
            interrupt.ask();
            var rows = SelectedColumns.of(trainer, table, kept, label);
            try (var model = trainer.fit(rows, label)) {
                seen.accept(List.copyOf(kept), model);
                kept.remove(
                        by == Rfe.By.MODEL
                                ? leastByModel(model, kept)
                                : leastMixed(model, rows, label, scoring, seed));
            }
        }
        return List.copyOf(kept);
    }

    private static String leastMixed(
            Model model, Table rows, String label, Scoring scoring, long seed) {
        var importance = PermutationImportance.of(model, rows, label, scoring, REPEATS, seed);
        var all = importance.features();
        var last = all.get(all.size() - 1);
        double most = Math.max(importance.mean(last), NOTHING);
        var least = all.stream().filter(name -> importance.mean(name) <= most).toList();
        return least.size() < 2 ? last : leastOf(least, model, last);
    }

    /**
     * Where one class is rare, mixing costs no accuracy at all, and what is lower than nothing is so by chance: the model's own
     * weights tell more than that, and than the order of columns.
     */
    private static String leastOf(List<String> names, Model model, String last) {
        try {
            return leastByModel(model, names);
        } catch (UnsupportedOperationException e) {
            return last;
        }
    }

    private static String leastByModel(Model model, List<String> among) {
        var squares = new double[model.schema().featureNames().size()];
        for (var weights : model.importances()) {
            Arrays.setAll(squares, j -> squares[j] + weights[j] * weights[j]);
        }
        var names = model.schema().featureNames();
        int least = -1;
        for (int j = squares.length - 1; j >= 0; j--) {
            if (among.contains(names.get(j))) {
                least = least < 0 || squares[j] < squares[least] ? j : least;
            }
        }
        return names.get(least);
    }
}
