package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Tables;
import java.util.Map;
import java.util.TreeMap;
import tech.tablesaw.api.Table;

/** An imputer that fills all cells with one value has nothing to learn but which columns can take it. */
final class ConstantFill {
    private static final String QUOTE = "'";

    private ConstantFill() {}

    /** Writes a text such that it is known from a number. */
    static String written(String text) {
        return isNumber(bare(text)) ? QUOTE + text + QUOTE : text;
    }

    private static String text(String fill) {
        return fill.startsWith(QUOTE) && isNumber(bare(fill))
                ? fill.substring(QUOTE.length(), fill.length() - QUOTE.length())
                : fill;
    }

    /** Leaves out quotes: a text may be one in quotes, which is written with two of them at either end. */
    private static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (to - from > 1 && text.startsWith(QUOTE, from) && text.startsWith(QUOTE, to - 1)) {
            from++;
            to--;
        }
        return text.substring(from, to);
    }

    static FittedStep fit(SimpleImputer step, Table features) {
        boolean isNumber = isNumber(step.fill());
        for (var name : step.columns()) {
            refuseOther(step.fill(), isNumber, Feature.of(Tables.column(features, name)));
        }
        var chosen =
                Columns.chosen(
                        features,
                        step.columns(),
                        isNumber ? Columns::areNumbers : SqlText::isText,
                        step.name() + " by '" + text(step.fill()) + "'",
                        isNumber ? "numbers" : "texts");
        var numbers = new TreeMap<String, Double>();
        var texts = new TreeMap<String, String>();
        for (var feature : chosen) {
            if (isNumber) {
                numbers.put(feature.name(), Double.parseDouble(step.fill()));
            } else {
                texts.put(feature.name(), text(step.fill()));
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
                            .formatted(feature.name(), text(fill), feature.name()));
        }
        if (isNumber && SqlText.isText(feature)) {
            throw new IllegalArgumentException(
                    "column '%1$s' holds texts, and the number %2$s fills none; write a text in quotes, as in SimpleImputer.constant(\"%2$s\", \"%1$s\")"
                            .formatted(feature.name(), fill.replaceFirst("\\.0$", "")));
        }
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
