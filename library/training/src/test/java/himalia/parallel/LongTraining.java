package himalia.parallel;

import himalia.reference.ModelReference;
import himalia.training.MultilayerPerceptron;
import java.util.List;

/** A process whose workers train for longer than any test waits. */
final class LongTraining {
    private LongTraining() {}

    public static void main(String[] args) {
        var network = new MultilayerPerceptron(List.of(16), 100_000, 42);
        new DataParallel(network, 2).fit(ModelReference.heldOut("breast_cancer", false), "y");
    }
}
