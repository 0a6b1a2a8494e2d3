package himalia.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;
import himalia.features.Standardiser;
import himalia.model.Labels;
import himalia.model.NumericLabel;
import himalia.model.Target;
import java.util.List;

/**
 * What a block learns: the class of each row, or a number, on a scale of mean 0 and deviation 1.
 *
 * @param outputs how many numbers it gives for a row
 * @param values the code of a row's class, or its number on the scale
 * @param scale that of the number; of classes one of nothing
 */
record BlockGoal(Target target, int outputs, float[] values, Standardiser scale) {
    private static final Loss CROSS_ENTROPY = Loss.softmaxCrossEntropyLoss();

    static BlockGoal of(Labels labels) {
        var codes = new float[labels.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = labels.code(i);
        }
        return new BlockGoal(
                labels.target(),
                labels.classes().size(),
                codes,
                new Standardiser(new double[0], new double[0]));
    }

    static BlockGoal of(NumericLabel label) {
        var scale = Standardiser.of(List.of(label.values()));
        var values = new float[label.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) scale.apply(new double[] {label.values()[i]})[0];
        }
        return new BlockGoal(label.target(), 1, values, scale);
    }

    /** Returns the mean loss of what was said of some rows: cross-entropy of classes, else the squared error. */
    NDArray loss(NDArray wanted, NDArray said) {
        return target instanceof Target.Classes
                ? CROSS_ENTROPY.evaluate(new NDList(wanted), new NDList(said))
                : said.flatten().sub(wanted).square().mean();
    }
}
