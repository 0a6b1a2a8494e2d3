package himalia.transfer;

import static himalia.reference.ModelReference.table;

import himalia.evaluation.Split;
import himalia.model.Model;
import himalia.training.MultilayerPerceptron;
import java.util.List;
import tech.tablesaw.api.Table;

/** Digits 0 to 4 that a network has learnt, and 5 to 9 that it has not: the task of models.json. */
final class Digits {
    private Digits() {}

    static Table low() {
        var digits = table("digits");
        return digits.where(digits.intColumn("y").isLessThan(5));
    }

    static Table high() {
        var digits = table("digits");
        return digits.where(digits.intColumn("y").isGreaterThanOrEqualTo(5));
    }

    static Model source(int epochs, Integer... hidden) {
        return new MultilayerPerceptron(List.of(hidden), epochs, 42).fit(low(), "y");
    }

    static Split fifty(long seed) {
        var high = high();
        return Split.stratified(high, "y", 1 - 50.0 / high.rowCount(), seed);
    }
}
