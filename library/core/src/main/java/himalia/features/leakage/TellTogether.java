package himalia.features.leakage;

import himalia.evaluation.Report;
import himalia.model.ClassPredictions;
import himalia.model.Labels;
import himalia.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** What no column tells alone, and a model by some of them nearly always: columns are asked one by one. */
final class TellTogether {
    private static final double NEARLY = 0.99;
    private static final int FEWEST = 10;

    private TellTogether() {}

    /**
     * Returns a note on each model that is nearly always right.
     *
     * @param alone how well each column alone tells the classes
     */
    static Stream<String> notes(
            List<Fitted> fitted, Table test, String label, Map<String, Double> alone) {
        double best = alone.values().stream().mapToDouble(auc -> auc).max().orElse(0);
        return best > FeatureLeaks.SUSPECT
                ? Stream.empty()
                : fitted.stream()
                        .flatMap(
                                each ->
                                        auc(each.model(), test, label)
                                                .filter(auc -> auc >= NEARLY)
                                                .map(auc -> note(each.name(), auc, alone))
                                                .stream());
    }

    private static String note(String model, double auc, Map<String, Double> alone) {
        var best = alone.entrySet().stream().max(Map.Entry.comparingByValue());
        return String.format(
                Locale.ROOT,
                "%s has a ROC AUC of %.3f on the test table%s. Columns are asked one by one, so two that tell the label together, as a sum and the sum before it do, are not found: ask of each when it is written down",
                model,
                auc,
                best.map(
                                column ->
                                        String.format(
                                                Locale.ROOT,
                                                ", and no column alone has more than %.3f ('%s')",
                                                column.getValue(),
                                                column.getKey()))
                        .orElse(""));
    }

    /** Nothing of a model that cannot be asked: of another label, of columns that only steps make, of few rows. */
    private static Optional<Double> auc(@Nullable Model model, Table test, String label) {
        if (model == null
                || !model.schema().label().equals(label)
                || !test.columnNames().containsAll(model.schema().featureNames())) {
            return Optional.empty();
        }
        try {
            if (!(model.predict(test) instanceof ClassPredictions said)
                    || said.classes().size() != 2) {
                return Optional.empty();
            }
            int[] counts = Labels.toCompare(test, label, said.classes()).counts();
            return Arrays.stream(counts).allMatch(count -> count >= FEWEST)
                    ? Optional.of(Report.of(said, test, label).rocAuc())
                    : Optional.empty();
        } catch (IllegalArgumentException notOfThisTable) {
            return Optional.empty();
        }
    }
}
