package himalia.online;

import himalia.model.Labels;
import himalia.model.NumericLabel;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Target;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * What rows are, and by how much a model missed it: of classes 1 where it was wrong, of numbers the distance.
 *
 * @param classes the class of each row; empty where numbers are predicted
 * @param numbers the number of each row; empty where classes are
 */
record Truth(List<String> classes, double[] numbers) {
    static Truth of(Table rows, Schema schema) {
        if (schema.target() instanceof Target.Numbers) {
            return new Truth(List.of(), NumericLabel.of(rows, schema.label()).values());
        }
        var labels =
                Labels.toCompare(
                        rows,
                        schema.label(),
                        schema.classes(),
                        "the history has only, so that no first model knows more");
        return new Truth(
                IntStream.range(0, labels.size())
                        .mapToObj(row -> labels.classes().get(labels.code(row)))
                        .toList(),
                new double[0]);
    }

    /** Returns the losses of predictions of the rows that begin at one. */
    double[] losses(Predictions said, int from) {
        return IntStream.range(0, said.size())
                .mapToDouble(
                        row ->
                                classes.isEmpty()
                                        ? Math.abs(said.number(row) - numbers[from + row])
                                        : said.label(row).equals(classes.get(from + row)) ? 0 : 1)
                .toArray();
    }

    boolean areClasses() {
        return !classes.isEmpty();
    }
}
