package himalia.model;

import static himalia.display.bundle.Given.given;

import java.util.List;

/**
 * How much each column adds to what a model says of each row: with the base they add up to it.
 *
 * <pre>{@code
 * Contributions parts = model.contributions(test);
 * double base = parts.base()[1];              // what it says on the mean of the second class
 * double[] first = parts.parts()[1][0];       // what each column adds to that for the first row
 * }</pre>
 *
 * @param outputs what is added up to: classes, or {@code prediction}
 * @param unit of what: a probability, log odds, a number
 * @param features the columns that the model reads, behind the steps of a pipeline
 * @param values what stands in them, a row an array; NaN where nothing does
 * @param base of each output
 * @param parts {@code [output][row][feature]}
 * @param levels of each feature that is a category its levels, whose places stand in {@code values}; empty for the others, and where there are no categories
 */
public record Contributions(
        List<String> outputs,
        String unit,
        List<String> features,
        double[][] values,
        double[] base,
        double[][][] parts,
        List<List<String>> levels) {
    /** Explains a model that reads numbers alone. */
    public Contributions(
            List<String> outputs,
            String unit,
            List<String> features,
            double[][] values,
            double[] base,
            double[][][] parts) {
        this(outputs, unit, features, values, base, parts, List.of());
    }

    public Contributions {
        outputs = List.copyOf(given(outputs, "outputs"));
        given(unit, "unit");
        features = List.copyOf(given(features, "features"));
        given(values, "values");
        given(base, "base");
        given(parts, "parts");
        levels = given(levels, "levels").stream().map(List::copyOf).toList();
        if (outputs.isEmpty() || base.length != outputs.size() || parts.length != outputs.size()) {
            throw new IllegalArgumentException(
                    "as many outputs as bases and parts are wanted, and one at least, got %d, %d and %d"
                            .formatted(outputs.size(), base.length, parts.length));
        }
    }
}
