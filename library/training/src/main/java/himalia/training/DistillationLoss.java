package himalia.training;

import static himalia.display.bundle.Given.given;

import ai.djl.training.loss.Loss;
import java.util.stream.DoubleStream;

/**
 * What a small model, the student, loses by not being like a large one, the teacher: λ T² KL(teacher ‖ student), both made
 * softer by a temperature T, plus (1 − λ) times the cross entropy of the true class.
 *
 * <pre>{@code
 * var loss = new DistillationLoss(4, 0.9);
 * double[] student = {2.1, 0.3, -1.2};
 * double[] teacher = {5.0, 2.5, -3.0};
 * loss.loss(student, teacher, 0)         // of one row of class number 0
 * loss.gradient(student, teacher, 0)     // by each of the student's logits
 * }</pre>
 *
 * <p>Exact for logits of any size. T² keeps the soft part's gradients as large as the hard part's.
 *
 * <p>G. Hinton, O. Vinyals, J. Dean (2015): Distilling the Knowledge in a Neural Network.
 *
 * @param temperature what logits are divided by, above 0: 1 leaves them, 2 to 10 is usual
 * @param soft how much the teacher counts, from 0 to 1; the rest is what the true class counts
 */
public record DistillationLoss(double temperature, double soft) {
    public DistillationLoss {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException(
                    "temperature must be above 0 and finite, such as 4, got " + temperature);
        }
        if (!(soft >= 0 && soft <= 1)) {
            throw new IllegalArgumentException(
                    "soft is the teacher's share and must be from 0 to 1, such as 0.9, got "
                            + soft);
        }
    }

    /** Returns the loss of a row, given what softmax is taken of. */
    public double loss(double[] student, double[] teacher, int actual) {
        check(student, teacher);
        var hard = SoftmaxRow.of(student, actual);
        var softened = logSoftmax(student);
        var wanted = logSoftmax(teacher);
        double divergence = 0;
        for (int k = 0; k < wanted.length; k++) {
            double share = Math.exp(wanted[k]);
            // A class that the teacher rules out adds nothing.
            divergence += share == 0 ? 0 : share * (wanted[k] - softened[k]);
        }
        return soft * temperature * temperature * divergence - (1 - soft) * hard.logP();
    }

    /** Returns its derivatives by each of the student's logits. */
    public double[] gradient(double[] student, double[] teacher, int actual) {
        check(student, teacher);
        var hard = SoftmaxRow.of(student, actual);
        var softened = logSoftmax(student);
        var wanted = logSoftmax(teacher);
        var gradient = new double[student.length];
        for (int k = 0; k < gradient.length; k++) {
            double own = k == actual ? -hard.q() : hard.probabilities()[k];
            gradient[k] =
                    soft * temperature * (Math.exp(softened[k]) - Math.exp(wanted[k]))
                            + (1 - soft) * own;
        }
        return gradient;
    }

    /**
     * Returns it for networks of one's own in DJL: the mean over rows. Its labels are two arrays: the numbers of the rows' classes, and the
     * teacher's logits, a row each.
     */
    public Loss djl() {
        return new DistillationNetworkLoss(this);
    }

    private double[] logSoftmax(double[] logits) {
        var cooled = DoubleStream.of(logits).map(each -> each / temperature).toArray();
        double most = DoubleStream.of(cooled).max().orElse(0);
        if (!Double.isFinite(most)) {
            throw new IllegalArgumentException(
                    "a logit is %s; look for overflow, or for missing values, before"
                            .formatted(most));
        }
        double all = Math.log(DoubleStream.of(cooled).map(each -> Math.exp(each - most)).sum());
        return DoubleStream.of(cooled).map(each -> each - most - all).toArray();
    }

    private static void check(double[] student, double[] teacher) {
        given(student, "student");
        given(teacher, "teacher");
        if (student.length != teacher.length) {
            throw new IllegalArgumentException(
                    "the student has %d logits, and the teacher %d; both must tell of the same classes"
                            .formatted(student.length, teacher.length));
        }
    }
}
