package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Tables;
import java.util.Map;
import java.util.TreeMap;
import tech.tablesaw.api.Table;

/** An imputer that fills all cells with one value has nothing to learn but which columns can take it. */
final class ConstantFill {
    private ConstantFill() {}

    static FittedStep fit(SimpleImputer step, Table features) {
        boolean isNumber = isNumber(step.fill());
        for (var name : step.columns()) {
            refuseOther(step.fill(), isNumber, Feature.of(Tables.column(features, name)));
        }
        var chosen =
                Columns.chosen(
                        features,
                        step.columns(),
                        feature ->
                                isNumber && Columns.areNumbers(feature)
                                        || isText(step, isNumber, feature),
                        step.name() + " by '" + step.fill() + "'",
                        isNumber ? "numbers and texts" : "texts");
        var numbers = new TreeMap<String, Double>();
        var texts = new TreeMap<String, String>();
        for (var feature : chosen) {
            if (SqlText.isText(feature)) {
                texts.put(feature.name(), step.fill());
            } else {
                numbers.put(feature.name(), Double.parseDouble(step.fill()));
            }
        }
        return new FittedImputer(step, chosen, Map.copyOf(numbers), texts, Provenance.of(features));
    }

    private static void refuseOther(String fill, boolean isNumber, Feature feature) {
        if (feature.type() == Feature.Type.BOOLEAN) {
            throw new IllegalArgumentException(
                    "column '%s' holds true and false, which no constant fills; fill it by SimpleImputer.Strategy.MOST_FREQUENT"
                            .formatted(feature.name()));
        }
        if (!isNumber && Columns.areNumbers(feature)) {
            throw new IllegalArgumentException(
                    "column '%s' holds numbers, and the text '%s' fills none; write a number without quotes, as in SimpleImputer.constant(0, \"%s\")"
                            .formatted(feature.name(), fill, feature.name()));
        }
    }

    /** A number fills texts only where somebody says so. */
    private static boolean isText(SimpleImputer step, boolean isNumber, Feature feature) {
        return SqlText.isText(feature) && (!isNumber || !step.columns().isEmpty());
    }

    /** As SimpleImputer.constant writes numbers; {@code 1d} and {@code 01} are texts, though Java reads them as numbers. */
    private static boolean isNumber(String fill) {
        try {
            double number = Double.parseDouble(fill);
            return Double.isFinite(number) && Double.toString(number).equals(fill);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
